package mlr.ir.attributes.numbers;

import java.math.BigInteger;
import mlr.ir.Attribute;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.TypedAttr;
import mlr.ir.text.FloatText;
import mlr.ir.types.FloatType;

/** A constant of a floating-point format of more than 64 bits, f80 or f128, as its raw bits; every other is a {@link FloatAttr}. */
public record WideFloatAttr(FloatType type, BigInteger bits) implements TypedAttr {
  /** The constant of raw {@code bits}, in whichever of the two forms its format has. */
  public static Attribute of(FloatType type, BigInteger bits) {
    return type.width() <= 64 ? new FloatAttr(type, bits.longValue()) : new WideFloatAttr(type, bits);
  }

  @Override
  public String toString() {
    return FloatText.print(type, bits) + " : " + type;
  }
}

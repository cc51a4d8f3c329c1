package mlr.ir.attributes.numbers;

import java.math.BigInteger;
import mlr.ir.Attribute;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.TypedAttr;
import mlr.ir.types.IntegerType;

/** An integer constant that 64 bits don't hold; every other is an {@link IntegerAttr}. Signless values are held sign-extended. */
public record WideIntegerAttr(IntegerType type, BigInteger value) implements TypedAttr {
  /** The constant of {@code value} modulo 2^width, in whichever of the two forms holds it. */
  public static Attribute of(IntegerType type, BigInteger value) {
    if (type.width() <= 64) {
      return new IntegerAttr(type, value.longValue());
    }
    var low = value.mod(BigInteger.ONE.shiftLeft(type.width()));
    boolean negative = type.signedness() != IntegerType.Signedness.UNSIGNED && low.testBit(type.width() - 1);
    var wrapped = negative ? low.subtract(BigInteger.ONE.shiftLeft(type.width())) : low;
    return wrapped.bitLength() < 64 ? new IntegerAttr(type, wrapped.longValue()) : new WideIntegerAttr(type, wrapped);
  }

  @Override
  public String toString() {
    return value + " : " + type;
  }
}

package mlr.ir.attributes;

import mlr.ir.text.FloatText;
import mlr.ir.types.FloatType;

/** A floating-point constant {@code 1.500000e+00 : f32}, held as the raw bits of its format, by which it is compared. */
public record FloatAttr(FloatType type, long bits) implements TypedAttr {
  /** The value nearest to {@code value} in {@code type} (f16, bf16, f32 or f64). */
  public static FloatAttr of(FloatType type, double value) {
    return new FloatAttr(type, FloatFormat.of(type).bits(value));
  }

  public static FloatAttr f32(float value) {
    return new FloatAttr(FloatType.F32, Float.floatToRawIntBits(value) & 0xffffffffL);
  }

  public static FloatAttr f64(double value) {
    return new FloatAttr(FloatType.F64, Double.doubleToRawLongBits(value));
  }

  /** The value; exact for every format up to 64 bits. */
  public double value() {
    return FloatFormat.of(type).value(bits);
  }

  @Override
  public String toString() {
    return FloatText.print(type, bits) + " : " + type;
  }
}

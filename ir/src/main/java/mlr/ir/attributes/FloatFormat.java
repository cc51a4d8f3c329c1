package mlr.ir.attributes;

import mlr.ir.types.FloatType;

/** How a floating-point format of at most 64 bits maps between raw bits and {@code double}. */
public sealed interface FloatFormat {
  /** The raw bits of the value nearest to {@code value}, ties to even. */
  long bits(double value);

  /** The value of raw bits. */
  double value(long bits);

  /** The format of a type; an error for formats that no operation of ours computes in. */
  static FloatFormat of(FloatType type) {
    return switch (type) {
      case F16 -> Half.FORMAT;
      case BF16 -> Brain.FORMAT;
      case F32 -> Single.FORMAT;
      case F64 -> Double64.FORMAT;
      default -> throw new UnsupportedOperationException(type + " is not computed with");
    };
  }

  /** IEEE binary16. */
  final class Half implements FloatFormat {
    static final Half FORMAT = new Half();

    @Override
    public long bits(double value) {
      return roundToHalf(value) & 0xffffL;
    }

    @Override
    public double value(long bits) {
      return Float.float16ToFloat((short) bits);
    }

    // double -> float -> half rounds twice; rounding to odd in between makes the result the single rounding.
    private static short roundToHalf(double value) {
      return Float.floatToFloat16(toOdd(value));
    }
  }

  /** bfloat16: the upper half of binary32. */
  final class Brain implements FloatFormat {
    static final Brain FORMAT = new Brain();

    @Override
    public long bits(double value) {
      if (Double.isNaN(value)) {
        return 0x7fc0;
      }
      int single = Float.floatToRawIntBits(toOdd(value));
      int rounded = single + 0x7fff + ((single >>> 16) & 1);
      return Float.isInfinite(Float.intBitsToFloat(single)) ? single >>> 16 : rounded >>> 16 & 0xffffL;
    }

    @Override
    public double value(long bits) {
      return Float.intBitsToFloat((int) (bits << 16));
    }
  }

  /** IEEE binary32. */
  final class Single implements FloatFormat {
    static final Single FORMAT = new Single();

    @Override
    public long bits(double value) {
      return Float.floatToRawIntBits((float) value) & 0xffffffffL;
    }

    @Override
    public double value(long bits) {
      return Float.intBitsToFloat((int) bits);
    }
  }

  /** IEEE binary64. */
  final class Double64 implements FloatFormat {
    static final Double64 FORMAT = new Double64();

    @Override
    public long bits(double value) {
      return Double.doubleToRawLongBits(value);
    }

    @Override
    public double value(long bits) {
      return Double.longBitsToDouble(bits);
    }
  }

  /** {@code value} as binary32, rounded to odd, so that a further rounding is as if done once. */
  private static float toOdd(double value) {
    float nearest = (float) value;
    if (Double.isNaN(value) || nearest == value || Float.isInfinite(nearest)) {
      return Float.isInfinite(nearest) && !Double.isInfinite(value) ? Math.copySign(Float.MAX_VALUE, nearest) : nearest;
    }
    float truncated = Math.abs((double) nearest) > Math.abs(value) ? Math.nextAfter(nearest, 0.0) : nearest;
    return Float.intBitsToFloat(Float.floatToRawIntBits(truncated) | 1);
  }
}

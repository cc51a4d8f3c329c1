package mlr.ir.attributes.numbers;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import mlr.ir.types.FloatType;

/**
 * How a binary floating-point format maps between raw bits and numbers, by the parameters that LLVM's APFloat has for it.
 *
 * @param width bits of the whole format
 * @param precision bits of the significand, the leading one included
 * @param minExponent the exponent of the smallest normal number
 * @param maxExponent the exponent of the largest number
 * @param explicitLeadingBit whether the leading one is stored, as in f80
 */
public record FloatSemantics(int width, int precision, int minExponent, int maxExponent, boolean explicitLeadingBit, NonFinite nonFinite) {
  /** How infinities and NaNs are encoded. */
  public enum NonFinite { IEEE, NAN_ALL_ONES, NAN_NEGATIVE_ZERO }

  /**
   * A finite number, {@code significand * 2^exponent}.
   *
   * @param significand not negative
   */
  public record Finite(boolean negative, BigInteger significand, int exponent) {
    /** The number without its sign. */
    public BigDecimal magnitude() {
      var whole = new BigDecimal(significand);
      return exponent >= 0 ? whole.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(exponent)))
          : whole.multiply(new BigDecimal(BigInteger.valueOf(5).pow(-exponent))).scaleByPowerOfTen(exponent);
    }
  }

  /** The parameters of a type. */
  public static FloatSemantics of(FloatType type) {
    return switch (type) {
      case F16 -> ieee(16, 11, 15);
      case BF16 -> ieee(16, 8, 127);
      case F32 -> ieee(32, 24, 127);
      case F64 -> ieee(64, 53, 1023);
      case TF32 -> ieee(19, 11, 127);
      case F80 -> new FloatSemantics(80, 64, -16382, 16383, true, NonFinite.IEEE);
      case F128 -> ieee(128, 113, 16383);
      case F8E5M2 -> ieee(8, 3, 15);
      case F8E4M3 -> ieee(8, 4, 7);
      case F8E4M3FN -> new FloatSemantics(8, 4, -6, 8, false, NonFinite.NAN_ALL_ONES);
      case F8E5M2FNUZ -> new FloatSemantics(8, 3, -15, 15, false, NonFinite.NAN_NEGATIVE_ZERO);
      case F8E4M3FNUZ -> new FloatSemantics(8, 4, -7, 7, false, NonFinite.NAN_NEGATIVE_ZERO);
      case F8E4M3B11FNUZ -> new FloatSemantics(8, 4, -10, 4, false, NonFinite.NAN_NEGATIVE_ZERO);
    };
  }

  private static FloatSemantics ieee(int width, int precision, int maxExponent) {
    return new FloatSemantics(width, precision, 1 - maxExponent, maxExponent, false, NonFinite.IEEE);
  }

  private int fractionBits() {
    return explicitLeadingBit ? precision : precision - 1;
  }

  private BigInteger signBit(boolean negative) {
    return negative ? BigInteger.ONE.shiftLeft(width - 1) : BigInteger.ZERO;
  }

  private BigInteger exponentField(BigInteger bits) {
    return bits.clearBit(width - 1).shiftRight(fractionBits());
  }

  private BigInteger largestExponentField() {
    return BigInteger.ONE.shiftLeft(width - 1 - fractionBits()).subtract(BigInteger.ONE);
  }

  /** Whether raw bits are neither an infinity nor a NaN. */
  public boolean isFinite(BigInteger bits) {
    var magnitude = bits.clearBit(width - 1);
    return switch (nonFinite) {
      case NAN_ALL_ONES -> magnitude.bitCount() < width - 1;
      case NAN_NEGATIVE_ZERO -> !bits.equals(signBit(true));
      case IEEE -> !exponentField(bits).equals(largestExponentField())
          && (!explicitLeadingBit || magnitude.testBit(precision - 1) || exponentField(bits).signum() == 0);
    };
  }

  /** The number that finite raw bits stand for. */
  public Finite decode(BigInteger bits) {
    int field = exponentField(bits).intValue();
    var fraction = bits.clearBit(width - 1).subtract(exponentField(bits).shiftLeft(fractionBits()));
    var significand = field == 0 || explicitLeadingBit ? fraction : fraction.setBit(precision - 1);
    return new Finite(bits.testBit(width - 1), significand, minExponent + Math.max(field, 1) - 1 - (precision - 1));
  }

  /** The bits of the number nearest to a magnitude and a sign, ties to even; what is too large becomes infinity, or NaN where there is none. */
  public BigInteger round(boolean negative, BigDecimal magnitude) {
    if (magnitude.signum() == 0) {
      return nonFinite == NonFinite.NAN_NEGATIVE_ZERO ? BigInteger.ZERO : signBit(negative);
    }
    int exponent = Math.max(exponentOf(magnitude), minExponent);
    var significand = scaled(magnitude, precision - 1 - exponent);
    if (significand.bitLength() > precision) {
      exponent++;
      significand = significand.shiftRight(1);
    }
    boolean isNanPattern = nonFinite == NonFinite.NAN_ALL_ONES && exponent == maxExponent && significand.bitCount() == precision;
    if (exponent > maxExponent || isNanPattern) {
      return overflow(negative);
    }
    if (significand.signum() == 0) {
      return nonFinite == NonFinite.NAN_NEGATIVE_ZERO ? BigInteger.ZERO : signBit(negative);
    }
    boolean normal = significand.testBit(precision - 1);
    var field = normal ? BigInteger.valueOf(exponent - minExponent + 1L).shiftLeft(fractionBits()) : BigInteger.ZERO;
    return signBit(negative).or(field).or(explicitLeadingBit ? significand : significand.clearBit(precision - 1));
  }

  private BigInteger overflow(boolean negative) {
    return switch (nonFinite) {
      case IEEE -> signBit(negative).or(largestExponentField().shiftLeft(fractionBits())).or(explicitLeadingBit ? BigInteger.ONE.shiftLeft(precision - 1) : BigInteger.ZERO);
      case NAN_ALL_ONES -> signBit(negative).or(BigInteger.ONE.shiftLeft(width - 1).subtract(BigInteger.ONE));
      case NAN_NEGATIVE_ZERO -> signBit(true);
    };
  }

  // The largest e with 2^e <= magnitude.
  private static int exponentOf(BigDecimal magnitude) {
    int estimate = (int) Math.floor((magnitude.precision() - magnitude.scale() - 1) / Math.log10(2)) - 1;
    while (magnitude.compareTo(powerOfTwo(estimate + 1)) >= 0) {
      estimate++;
    }
    return estimate;
  }

  private static BigDecimal powerOfTwo(int exponent) {
    return new Finite(false, BigInteger.ONE, exponent).magnitude();
  }

  // magnitude * 2^shift as the nearest integer, ties to even.
  private static BigInteger scaled(BigDecimal magnitude, int shift) {
    return magnitude.multiply(powerOfTwo(shift)).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
  }
}

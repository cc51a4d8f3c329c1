package mlr.ir.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import mlr.ir.attributes.FloatFormat;
import mlr.ir.types.FloatType;

/**
 * Prints floating-point constants as upstream does: in scientific form with six digits where those read back the same, else with as
 * many digits as the format needs, in hexadecimal where that would look like an integer, and for infinities and NaNs.
 */
public final class FloatText {
  private static final int SHORT_PRECISION = 6;
  private static final int MAX_PADDING = 3;

  private FloatText() {}

  /** The literal of raw {@code bits}. */
  public static String print(FloatType type, long bits) {
    if (type.width() > 64 || type == FloatType.TF32 || type.width() == 8) {
      return hex(bits);
    }
    var format = FloatFormat.of(type);
    double value = format.value(bits);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return hex(bits);
    }
    var shortForm = scientific(value);
    if (format.bits(Double.parseDouble(shortForm)) == bits) {
      return shortForm;
    }
    var longForm = decimal(value, digits(type));
    return longForm.indexOf('.') >= 0 ? longForm : hex(bits);
  }

  private static String hex(long bits) {
    return "0x" + Long.toHexString(bits).toUpperCase(Locale.ROOT);
  }

  // The significant decimal digits that tell all values of a format apart, by the formula of LLVM's APFloat.
  private static int digits(FloatType type) {
    int precision = switch (type) {
      case F16 -> 11;
      case BF16 -> 8;
      case F32 -> 24;
      default -> 53;
    };
    return 2 + precision * 59 / 196;
  }

  private static String sign(double value) {
    return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
  }

  /** {@code digits} times ten to the {@code exponent}, without trailing zeros in {@code digits}. */
  private record Rounded(String digits, int exponent) {
    int leadingExponent() {
      return exponent + digits.length() - 1;
    }
  }

  // APFloat's rounding: the exact decimal is first cut, not rounded, to about the digits wanted (59/196 is its log10(2)), then rounded half up.
  private static Rounded rounded(double value, int digits) {
    if (value == 0) {
      return new Rounded("0", 0);
    }
    var binary = exactBinary(value);
    var significand = binary.significand();
    int exponent = binary.exponent();
    if (exponent > 0) {
      significand = significand.shiftLeft(exponent);
      exponent = 0;
    } else {
      significand = significand.multiply(BigInteger.valueOf(5).pow(-exponent));
    }
    int surplus = significand.bitLength() - (digits * 196 + 58) / 59;
    int removable = surplus <= 0 ? 0 : surplus * 59 / 196;
    var cut = new BigDecimal(significand.divide(BigInteger.TEN.pow(removable)), -(exponent + removable));
    var result = cut.round(new MathContext(digits, RoundingMode.HALF_UP)).stripTrailingZeros();
    return new Rounded(result.unscaledValue().toString(), -result.scale());
  }

  private record Binary(BigInteger significand, int exponent) {}

  // |value| = significand * 2^exponent with an odd significand.
  private static Binary exactBinary(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> 52 & 0x7ff);
    long fraction = bits & (1L << 52) - 1 | (biased == 0 ? 0 : 1L << 52);
    int zeros = Long.numberOfTrailingZeros(fraction);
    return new Binary(BigInteger.valueOf(fraction >>> zeros), Math.max(biased, 1) - 1075 + zeros);
  }

  private static String scientific(double value) {
    var rounded = rounded(value, SHORT_PRECISION);
    int exponent = rounded.leadingExponent();
    var fraction = rounded.digits().substring(1) + "0".repeat(SHORT_PRECISION + 1 - rounded.digits().length());
    return sign(value) + rounded.digits().charAt(0) + "." + fraction + (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
  }

  // APFloat's default form: plain while that takes at most three zeros of padding, else scientific with a capital E.
  private static String decimal(double value, int precision) {
    var rounded = rounded(value, precision);
    var digits = rounded.digits();
    int leading = rounded.leadingExponent();
    boolean scientific = rounded.exponent() >= 0 ? rounded.exponent() > MAX_PADDING || digits.length() + rounded.exponent() > precision : leading < -MAX_PADDING;
    if (!scientific) {
      return sign(value) + new BigDecimal(new BigInteger(digits), -rounded.exponent()).toPlainString();
    }
    return sign(value) + digits.charAt(0) + "." + (digits.length() == 1 ? "0" : digits.substring(1)) + "E" + (leading < 0 ? "-" : "+") + Math.abs(leading);
  }
}

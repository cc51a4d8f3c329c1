package mlr.ir.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import mlr.ir.attributes.numbers.FloatSemantics;
import mlr.ir.types.FloatType;

/**
 * Prints floating-point constants as upstream does: in scientific form with six digits where those read back the same, else with as
 * many digits as the format needs, in hexadecimal where that would look like an integer, and for infinities and NaNs.
 */
public final class FloatText {
  private static final int SHORT_PRECISION = 6;
  private static final int MAX_PADDING = 3;

  private FloatText() {}

  /** The literal of raw {@code bits} of a format of at most 64. */
  public static String print(FloatType type, long bits) {
    return print(type, new BigInteger(Long.toUnsignedString(bits)));
  }

  /** The literal of raw {@code bits}. */
  public static String print(FloatType type, BigInteger bits) {
    var semantics = FloatSemantics.of(type);
    if (!semantics.isFinite(bits)) {
      return hex(bits);
    }
    var value = semantics.decode(bits);
    var shortForm = scientific(value);
    if (readsBack(type, semantics, value, shortForm, bits)) {
      return shortForm;
    }
    // The significant decimal digits that tell all values of a format apart, by the formula of LLVM's APFloat.
    var longForm = decimal(value, 2 + semantics.precision() * 59 / 196);
    return longForm.indexOf('.') >= 0 ? longForm : hex(bits);
  }

  private static boolean readsBack(FloatType type, FloatSemantics semantics, FloatSemantics.Finite value, String literal, BigInteger bits) {
    return switch (type) {
      case F32 -> Integer.toUnsignedLong(Float.floatToRawIntBits(Float.parseFloat(literal))) == bits.longValue();
      case F64 -> Double.doubleToRawLongBits(Double.parseDouble(literal)) == bits.longValue();
      default -> semantics.round(value.negative(), new BigDecimal(literal).abs()).equals(bits);
    };
  }

  private static String hex(BigInteger bits) {
    return "0x" + bits.toString(16).toUpperCase(Locale.ROOT);
  }

  private static String sign(FloatSemantics.Finite value) {
    return value.negative() ? "-" : "";
  }

  /** {@code digits} times ten to the {@code exponent}, without trailing zeros in {@code digits}. */
  private record Rounded(String digits, int exponent) {
    int leadingExponent() {
      return exponent + digits.length() - 1;
    }
  }

  // APFloat's rounding: the exact decimal is first cut, not rounded, to about the digits wanted (59/196 is its log10(2)), then rounded half up.
  private static Rounded rounded(FloatSemantics.Finite value, int digits) {
    if (value.significand().signum() == 0) {
      return new Rounded("0", 0);
    }
    int zeros = value.significand().getLowestSetBit();
    var significand = value.significand().shiftRight(zeros);
    int exponent = value.exponent() + zeros;
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

  private static String scientific(FloatSemantics.Finite value) {
    var rounded = rounded(value, SHORT_PRECISION);
    int exponent = rounded.leadingExponent();
    var fraction = rounded.digits().substring(1) + "0".repeat(SHORT_PRECISION + 1 - rounded.digits().length());
    return sign(value) + rounded.digits().charAt(0) + "." + fraction + (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
  }

  // APFloat's default form: plain while that takes at most three zeros of padding, else scientific with a capital E.
  private static String decimal(FloatSemantics.Finite value, int precision) {
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

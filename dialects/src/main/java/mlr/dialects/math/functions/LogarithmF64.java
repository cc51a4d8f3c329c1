package mlr.dialects.math.functions;

/**
 * Logarithms in binary64: x = 2^k (1 + m) with 1 + m between sqrt(1/2) and sqrt(2), a polynomial for log(1 + m) - m, and the
 * large terms added in twice
 * the precision, so that one rounding decides.
 */
public final class LogarithmF64 {
  private static final double LOG2E_HI = 0x1.71547652b82fep0;
  private static final double LOG2E_LO = 0x1.777d0ffda0d24p-56;
  private static final double LOG10E_HI = 0x1.bcb7b1526e50ep-2;
  private static final double LOG10E_LO = 0x1.95355baaafad3p-57;
  private static final double LN2_HI = 0x1.62e42fefa4p-1;
  private static final double LN2_LO = -0x1.8432a1b0e2634p-43;
  private static final double LOG10_2_HI = 0x1.34413509f8p-2;
  private static final double LOG10_2_LO = -0x1.80433b83b532ap-44;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private LogarithmF64() {}

  /** Natural logarithm; largest error measured 0.75 ulp. */
  public static double log(double x) {
    double k = exponent(x);
    double m = mantissaMinusOne(x);
    double base = k * LN2_HI;
    double hi = base + m;
    double error = (base - hi) + m;
    double lo = tail(m) + Math.fma(k, LN2_LO, error);
    return withLimits(hi + lo, x);
  }

  /** Logarithm to base 2; largest error measured 0.83 ulp. */
  public static double log2(double x) {
    double k = exponent(x);
    double m = mantissaMinusOne(x);
    double base = k;
    double product = m * LOG2E_HI;
    double hi = base + product;
    double error = (base - hi) + product;
    double rest = error + Math.fma(m, LOG2E_HI, -product);
    double lo = Math.fma(tail(m), LOG2E_HI, Math.fma(m, LOG2E_LO, rest));
    return withLimits(hi + lo, x);
  }

  /** Logarithm to base 10; largest error measured 0.73 ulp. */
  public static double log10(double x) {
    double k = exponent(x);
    double m = mantissaMinusOne(x);
    double base = k * LOG10_2_HI;
    double product = m * LOG10E_HI;
    double hi = base + product;
    double error = (base - hi) + product;
    double rest = error + Math.fma(m, LOG10E_HI, -product);
    double lo = Math.fma(tail(m), LOG10E_HI, Math.fma(m, LOG10E_LO, Math.fma(k, LOG10_2_LO, rest)));
    return withLimits(hi + lo, x);
  }

  /** log(1 + x), without cancellation near zero; largest error measured 0.75 ulp. */
  public static double log1p(double x) {
    double u = x + 0x1.0p0;
    long e = exponentBits(u);
    double scaled = scaled(x, e);
    double shift = shift(e);
    double result = withLimits(ofParts((double) (e >> 52), scaled + shift, lost(scaled, shift)), u);
    return x == 0x0.0p0 ? x : result;
  }

  /** log(1 + x + lo) + doublings log 2, where lo is below the last place of x. */
  static double log1pOfSum(double x, double lo, double doublings) {
    double u = x + 0x1.0p0;
    long e = exponentBits(u);
    double scaled = scaled(x, e);
    double shift = shift(e);
    double error = lost(scaled, shift) + lo * 0x1.0p-2 * Double.longBitsToDouble(Double.doubleToRawLongBits(0x1.0p2) - e);
    return withLimits(ofParts((double) (e >> 52) + doublings, scaled + shift, error), u);
  }

  // For 1 + x = 2^k (1 + m), of whose exponent e are the bits: m = scaled + shift = x 2^-k + (2^-k - 1).

  private static double scaled(double x, long e) {
    return e == 0L ? x : Double.longBitsToDouble(Double.doubleToRawLongBits(x) - e);
  }

  private static double shift(long e) {
    return Math.fma(0x1.0p-2, Double.longBitsToDouble(Double.doubleToRawLongBits(0x1.0p2) - e), -0x1.0p0);
  }

  /** What a sum lost by rounding. */
  private static double lost(double scaled, double shift) {
    double m = scaled + shift;
    double part = m - scaled;
    return (scaled - (m - part)) + (shift - part);
  }

  /** log(2^k (1 + m + error)). */
  private static double ofParts(double k, double m, double error) {
    double base = k * LN2_HI;
    double hi = base + m;
    double lo = tail(m) + (Math.fma(k, LN2_LO, (base - hi) + m) + Math.fma(-error, m, error));
    return hi + lo;
  }

  /** The exponent bits by which x exceeds the binade that starts at sqrt(1/2). */
  private static long exponentBits(double x) {
    return Double.doubleToRawLongBits(x) - Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1) & 0xfff0000000000000L;
  }

  private static double normal(double x) {
    return x < Double.MIN_NORMAL ? x * 0x1p52 : x;
  }

  private static double exponent(double x) {
    double k = (double) (exponentBits(normal(x)) >> 52);
    return x < Double.MIN_NORMAL ? k - 0x1.ap5 : k;
  }

  private static double mantissaMinusOne(double x) {
    double a = normal(x);
    return Double.longBitsToDouble(Double.doubleToRawLongBits(a) - exponentBits(a)) - 0x1.0p0;
  }

  /** log(1 + m) - m. */
  private static double tail(double m) {
    double s = m / (0x1.0p1 + m);
    double z = s * s;
    double q = 0x1.bf31e56818d02p-4;
    q = Math.fma(q, z, 0x1.ab78fada448cp-4);
    q = Math.fma(q, z, 0x1.e20327545ae15p-4);
    q = Math.fma(q, z, 0x1.1110b6c91dfep-3);
    q = Math.fma(q, z, 0x1.3b13b2697fb9fp-3);
    q = Math.fma(q, z, 0x1.745d174369b76p-3);
    q = Math.fma(q, z, 0x1.c71c71c71f411p-3);
    q = Math.fma(q, z, 0x1.2492492492485p-2);
    q = Math.fma(q, z, 0x1.999999999999ap-2);
    q = Math.fma(q, z, 0x1.5555555555555p-1);
    double square = 0x1.0p-1 * m * m;
    return s * Math.fma(z, q, square) - square;
  }

  private static double withLimits(double result, double x) {
    double atEnds = x == 0x0.0p0 ? -INFINITY : x > 0x0.0p0 ? x : Double.NaN;
    return x > 0x0.0p0 && x < INFINITY ? result : atEnds;
  }
}

package mlr.dialects.math.functions;

/**
 * Exponentials and hyperbolic functions in binary64: argument reduced by multiples of ln 2 (Cody and Waite), Chebyshev-fitted
 * polynomial, exponent put back by multiplication in two steps, so that subnormal results round once.
 */
public final class ExponentialF64 {
  private static final double MAGIC = 0x1.8p52;
  private static final double LOG2E = 0x1.71547652b82fep0;
  private static final double LN2_HI = 0x1.62e42fefa39efp-1;
  private static final double LN2_LO = 0x1.abc9e3b39803fp-56;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private ExponentialF64() {}

  /** e^x; error below 2 ulp. */
  public static double exp(double x) {
    double above = x > 711.0 ? 711.0 : x;
    double clamped = above < -747.0 ? -747.0 : above;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.61c2b89c2d16dp-33;
    q = Math.fma(q, f, 0x1.1f820532b5a27p-29);
    q = Math.fma(q, f, 0x1.ae642ad7b698cp-26);
    q = Math.fma(q, f, 0x1.27e4d288d6672p-22);
    q = Math.fma(q, f, 0x1.71de3a5af8595p-19);
    q = Math.fma(q, f, 0x1.a01a01aa80c24p-16);
    q = Math.fma(q, f, 0x1.a01a01a0195e9p-13);
    q = Math.fma(q, f, 0x1.6c16c16c158fap-10);
    q = Math.fma(q, f, 0x1.1111111111111p-7);
    q = Math.fma(q, f, 0x1.5555555555557p-5);
    q = Math.fma(q, f, 0x1.5555555555555p-3);
    q = Math.fma(q, f, 0x1.0p-1);
    double y = Math.fma(f * f, q, f) + 0x1.0p0;
    long half = exponent >> 1;
    return y * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /** e^(hi + lo) of an unevaluated sum with |lo| at most half an ulp of hi, for {@link PowerF64}. */
  static double ofSum(double hi, double lo) {
    double above = hi > 711.0 ? 711.0 : hi;
    double clamped = above < -747.0 ? -747.0 : above;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double whole = Math.fma(n, -LN2_HI, clamped);
    double rest = Math.fma(n, -LN2_LO, lo);
    double f = whole + rest;
    double tail = (whole - f) + rest;
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.61c2b89c2d16dp-33;
    q = Math.fma(q, f, 0x1.1f820532b5a27p-29);
    q = Math.fma(q, f, 0x1.ae642ad7b698cp-26);
    q = Math.fma(q, f, 0x1.27e4d288d6672p-22);
    q = Math.fma(q, f, 0x1.71de3a5af8595p-19);
    q = Math.fma(q, f, 0x1.a01a01aa80c24p-16);
    q = Math.fma(q, f, 0x1.a01a01a0195e9p-13);
    q = Math.fma(q, f, 0x1.6c16c16c158fap-10);
    q = Math.fma(q, f, 0x1.1111111111111p-7);
    q = Math.fma(q, f, 0x1.5555555555557p-5);
    q = Math.fma(q, f, 0x1.5555555555555p-3);
    q = Math.fma(q, f, 0x1.0p-1);
    double sum = 0x1.0p0 + f;
    double y = sum + Math.fma(f * f, q, ((0x1.0p0 - sum) + f) + tail);
    long half = exponent >> 1;
    return y * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /** 2^x; error below 2 ulp. */
  public static double exp2(double x) {
    double above = x > 1026.0 ? 1026.0 : x;
    double clamped = above < -1077.0 ? -1077.0 : above;
    double t = clamped + MAGIC;
    double f = clamped - (t - MAGIC);
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.3b55e7b5c3689p-34;
    q = Math.fma(q, f, 0x1.8219217906555p-40);
    q = Math.fma(q, f, -0x1.1e10c061ce422p-35);
    q = Math.fma(q, f, 0x1.e8ca8dd465e8bp-32);
    q = Math.fma(q, f, 0x1.e60f46fa14e4ep-28);
    q = Math.fma(q, f, 0x1.b5253d41fa178p-24);
    q = Math.fma(q, f, 0x1.62bff23beb2a3p-20);
    q = Math.fma(q, f, 0x1.ffcbfc5889cbp-17);
    q = Math.fma(q, f, 0x1.430912ff6c3e5p-13);
    q = Math.fma(q, f, 0x1.5d87fe78a6732p-10);
    q = Math.fma(q, f, 0x1.3b2ab6fba4078p-7);
    q = Math.fma(q, f, 0x1.c6b08d704a0cp-5);
    q = Math.fma(q, f, 0x1.ebfbdff82c591p-3);
    double y = Math.fma(f, LN2_HI, Math.fma(f * f, q, f * LN2_LO)) + 0x1.0p0;
    long half = exponent >> 1;
    return y * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /** e^x - 1, without cancellation near zero; error below 2 ulp. */
  public static double expm1(double x) {
    double above = x > 711.0 ? 711.0 : x;
    double clamped = above < -60.0 ? -60.0 : above;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.61c2b89c2d16dp-33;
    q = Math.fma(q, f, 0x1.1f820532b5a27p-29);
    q = Math.fma(q, f, 0x1.ae642ad7b698cp-26);
    q = Math.fma(q, f, 0x1.27e4d288d6672p-22);
    q = Math.fma(q, f, 0x1.71de3a5af8595p-19);
    q = Math.fma(q, f, 0x1.a01a01aa80c24p-16);
    q = Math.fma(q, f, 0x1.a01a01a0195e9p-13);
    q = Math.fma(q, f, 0x1.6c16c16c158fap-10);
    q = Math.fma(q, f, 0x1.1111111111111p-7);
    q = Math.fma(q, f, 0x1.5555555555557p-5);
    q = Math.fma(q, f, 0x1.5555555555555p-3);
    q = Math.fma(q, f, 0x1.0p-1);
    // For n = 1 half is added before the polynomial, which saves a rounding.
    double v = Math.fma(q, f * f, n == 0x1.0p0 ? f + 0x1.0p-1 : f);
    long half = exponent >> 1;
    double scale = powerOfTwo(half) * (powerOfTwo(exponent - half) * 0x1.0p-1);
    double y = scale - 0x1.0p-1;
    double tail = (scale - y) - 0x1.0p-1;
    double r = Math.fma(v, scale, tail) + y;
    double result = n == 0x0.0p0 ? v : n == 0x1.0p0 ? v + v : r + r;
    double bounded = x > 711.0 ? INFINITY : result;
    return x == 0x0.0p0 ? x : bounded;
  }

  /** Hyperbolic cosine; error below 2 ulp. */
  public static double cosh(double x) {
    double a = Math.abs(x);
    double clamped = a > 711.0 ? 711.0 : a;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.61c2b89c2d16dp-33;
    q = Math.fma(q, f, 0x1.1f820532b5a27p-29);
    q = Math.fma(q, f, 0x1.ae642ad7b698cp-26);
    q = Math.fma(q, f, 0x1.27e4d288d6672p-22);
    q = Math.fma(q, f, 0x1.71de3a5af8595p-19);
    q = Math.fma(q, f, 0x1.a01a01aa80c24p-16);
    q = Math.fma(q, f, 0x1.a01a01a0195e9p-13);
    q = Math.fma(q, f, 0x1.6c16c16c158fap-10);
    q = Math.fma(q, f, 0x1.1111111111111p-7);
    q = Math.fma(q, f, 0x1.5555555555557p-5);
    q = Math.fma(q, f, 0x1.5555555555555p-3);
    q = Math.fma(q, f, 0x1.0p-1);
    double r = Math.fma(f * f, q, f);
    double sum = 0x1.0p0 + r;
    double rest = (0x1.0p0 - sum) + r;
    // A quarter of e^a, so that it does not overflow before the result does.
    long half = exponent >> 1;
    double scale = powerOfTwo(half) * (powerOfTwo(exponent - half) * 0x1.0p-2);
    double hi = sum * scale;
    double lo = rest * scale;
    double rough = 0x1.0p-4 / hi;
    double inverse = Math.fma(-rough * rough * 0x1.0p4, lo, rough);
    double y = hi + (lo + inverse);
    return y + y;
  }

  /** Hyperbolic sine; error below 2 ulp. */
  public static double sinh(double x) {
    double a = Math.abs(x);
    double clamped = a > 711.0 ? 711.0 : a;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.61c2b89c2d16dp-33;
    q = Math.fma(q, f, 0x1.1f820532b5a27p-29);
    q = Math.fma(q, f, 0x1.ae642ad7b698cp-26);
    q = Math.fma(q, f, 0x1.27e4d288d6672p-22);
    q = Math.fma(q, f, 0x1.71de3a5af8595p-19);
    q = Math.fma(q, f, 0x1.a01a01aa80c24p-16);
    q = Math.fma(q, f, 0x1.a01a01a0195e9p-13);
    q = Math.fma(q, f, 0x1.6c16c16c158fap-10);
    q = Math.fma(q, f, 0x1.1111111111111p-7);
    q = Math.fma(q, f, 0x1.5555555555557p-5);
    q = Math.fma(q, f, 0x1.5555555555555p-3);
    q = Math.fma(q, f, 0x1.0p-1);
    double r = Math.fma(f * f, q, f);
    double sum = 0x1.0p0 + r;
    double rest = (0x1.0p0 - sum) + r;
    long half = exponent >> 1;
    double scale = powerOfTwo(half) * (powerOfTwo(exponent - half) * 0x1.0p-2);
    double hi = sum * scale;
    double lo = rest * scale;
    double rough = 0x1.0p-4 / hi;
    double inverse = Math.fma(-rough * rough * 0x1.0p4, lo, rough);
    double y = hi + (lo - inverse);
    double z = a * a;
    double p = 0x1.328de90012662p-57;
    p = Math.fma(p, z, 0x1.952654734b725p-49);
    p = Math.fma(p, z, 0x1.ae7f44a89136cp-41);
    p = Math.fma(p, z, 0x1.61246136ddcbp-33);
    p = Math.fma(p, z, 0x1.ae64567f56d72p-26);
    p = Math.fma(p, z, 0x1.71de3a556c724p-19);
    p = Math.fma(p, z, 0x1.a01a01a01a01ap-13);
    p = Math.fma(p, z, 0x1.1111111111111p-7);
    p = Math.fma(p, z, 0x1.5555555555555p-3);
    double magnitude = a < 0x1.0p0 ? Math.fma(p * z, a, a) : y + y;
    return withSign(magnitude, x);
  }

  /** Hyperbolic tangent; error below 2 ulp. */
  public static double tanh(double x) {
    double a = Math.abs(x);
    double bounded = a > 22.0 ? 22.0 : a;
    double clamped = bounded + bounded;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.61c2b89c2d16dp-33;
    q = Math.fma(q, f, 0x1.1f820532b5a27p-29);
    q = Math.fma(q, f, 0x1.ae642ad7b698cp-26);
    q = Math.fma(q, f, 0x1.27e4d288d6672p-22);
    q = Math.fma(q, f, 0x1.71de3a5af8595p-19);
    q = Math.fma(q, f, 0x1.a01a01aa80c24p-16);
    q = Math.fma(q, f, 0x1.a01a01a0195e9p-13);
    q = Math.fma(q, f, 0x1.6c16c16c158fap-10);
    q = Math.fma(q, f, 0x1.1111111111111p-7);
    q = Math.fma(q, f, 0x1.5555555555557p-5);
    q = Math.fma(q, f, 0x1.5555555555555p-3);
    q = Math.fma(q, f, 0x1.0p-1);
    double e = (Math.fma(f * f, q, f) + 0x1.0p0) * powerOfTwo(exponent);
    double y = Math.fma(-0x1.0p1, 0x1.0p0 / (e + 0x1.0p0), 0x1.0p0);
    double z = a * a;
    double p = 0x1.e0d336c05bd2dp-21;
    p = Math.fma(p, z, -0x1.3c965973cee4fp-18);
    p = Math.fma(p, z, 0x1.efc120ffe7a3ep-17);
    p = Math.fma(p, z, -0x1.4528d1e098a06p-15);
    p = Math.fma(p, z, 0x1.95ce67221ff7ep-14);
    p = Math.fma(p, z, -0x1.f569ad757483cp-13);
    p = Math.fma(p, z, 0x1.355759f0a7002p-11);
    p = Math.fma(p, z, -0x1.7da358f97b0e4p-10);
    p = Math.fma(p, z, 0x1.d6d3d07273a46p-9);
    p = Math.fma(p, z, -0x1.226e355d0c2c2p-7);
    p = Math.fma(p, z, 0x1.664f4882bbd25p-6);
    p = Math.fma(p, z, -0x1.ba1ba1ba1b975p-5);
    p = Math.fma(p, z, 0x1.1111111111111p-3);
    p = Math.fma(p, z, -0x1.5555555555555p-2);
    double magnitude = a < 0x1.4p-1 ? Math.fma(p * z, a, a) : y;
    return withSign(magnitude, x);
  }

  /** 2^n for a normal result. */
  static double powerOfTwo(long n) {
    return Double.longBitsToDouble((n + 1023L) << 52);
  }

  /** A magnitude with the sign of {@code x}. */
  static double withSign(double magnitude, double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(magnitude) | Double.doubleToRawLongBits(x) & Long.MIN_VALUE);
  }
}

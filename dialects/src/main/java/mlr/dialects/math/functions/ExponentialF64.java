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

  /** e^x; largest error measured 0.93 ulp. */
  public static double exp(double x) {
    double above = x > 711.0 ? 711.0 : x;
    double clamped = above < -747.0 ? -747.0 : above;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.7ed1ad3d9a733p-33;
    q = Math.fma(q, f, 0x1.1f7afcf2ed07ep-29);
    q = Math.fma(q, f, 0x1.ae4f2281c6054p-26);
    q = Math.fma(q, f, 0x1.27e4d718d3018p-22);
    q = Math.fma(q, f, 0x1.71de4005e837p-19);
    q = Math.fma(q, f, 0x1.a01a01a864412p-16);
    q = Math.fma(q, f, 0x1.a01a019eb5edfp-13);
    q = Math.fma(q, f, 0x1.6c16c16c15f8cp-10);
    q = Math.fma(q, f, 0x1.1111111111373p-7);
    q = Math.fma(q, f, 0x1.5555555555556p-5);
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
    double q = 0x1.7ed1ad3d9a733p-33;
    q = Math.fma(q, f, 0x1.1f7afcf2ed07ep-29);
    q = Math.fma(q, f, 0x1.ae4f2281c6054p-26);
    q = Math.fma(q, f, 0x1.27e4d718d3018p-22);
    q = Math.fma(q, f, 0x1.71de4005e837p-19);
    q = Math.fma(q, f, 0x1.a01a01a864412p-16);
    q = Math.fma(q, f, 0x1.a01a019eb5edfp-13);
    q = Math.fma(q, f, 0x1.6c16c16c15f8cp-10);
    q = Math.fma(q, f, 0x1.1111111111373p-7);
    q = Math.fma(q, f, 0x1.5555555555556p-5);
    q = Math.fma(q, f, 0x1.5555555555555p-3);
    q = Math.fma(q, f, 0x1.0p-1);
    double sum = 0x1.0p0 + f;
    double y = sum + Math.fma(f * f, q, ((0x1.0p0 - sum) + f) + tail);
    long half = exponent >> 1;
    return y * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /** 2^x; largest error measured 0.80 ulp. */
  public static double exp2(double x) {
    double above = x > 1026.0 ? 1026.0 : x;
    double clamped = above < -1077.0 ? -1077.0 : above;
    double t = clamped + MAGIC;
    double f = clamped - (t - MAGIC);
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.b1c3ee5f539b2p-37;
    q = Math.fma(q, f, 0x1.5e1f3753ea7b1p-40);
    q = Math.fma(q, f, 0x1.147f3729c3553p-36);
    q = Math.fma(q, f, 0x1.e8e520737f693p-32);
    q = Math.fma(q, f, 0x1.e5061445f43c4p-28);
    q = Math.fma(q, f, 0x1.b52535f3508a8p-24);
    q = Math.fma(q, f, 0x1.62c01a03a0c5dp-20);
    q = Math.fma(q, f, 0x1.ffcbfc5a5d7p-17);
    q = Math.fma(q, f, 0x1.430912f99f186p-13);
    q = Math.fma(q, f, 0x1.5d87fe78a64p-10);
    q = Math.fma(q, f, 0x1.3b2ab6fba4c12p-7);
    q = Math.fma(q, f, 0x1.c6b08d704a0cp-5);
    q = Math.fma(q, f, 0x1.ebfbdff82c58fp-3);
    double y = Math.fma(f, LN2_HI, Math.fma(f * f, q, f * LN2_LO)) + 0x1.0p0;
    long half = exponent >> 1;
    return y * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /** e^x - 1, without cancellation near zero; largest error measured 1.23 ulp. */
  public static double expm1(double x) {
    double above = x > 710.0 ? 710.0 : x;
    double clamped = above < -60.0 ? -60.0 : above;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.7ed1ad3d9a733p-33;
    q = Math.fma(q, f, 0x1.1f7afcf2ed07ep-29);
    q = Math.fma(q, f, 0x1.ae4f2281c6054p-26);
    q = Math.fma(q, f, 0x1.27e4d718d3018p-22);
    q = Math.fma(q, f, 0x1.71de4005e837p-19);
    q = Math.fma(q, f, 0x1.a01a01a864412p-16);
    q = Math.fma(q, f, 0x1.a01a019eb5edfp-13);
    q = Math.fma(q, f, 0x1.6c16c16c15f8cp-10);
    q = Math.fma(q, f, 0x1.1111111111373p-7);
    q = Math.fma(q, f, 0x1.5555555555556p-5);
    q = Math.fma(q, f, 0x1.5555555555555p-3);
    q = Math.fma(q, f, 0x1.0p-1);
    // For n = 1 half is added before the polynomial, which saves a rounding.
    double v = Math.fma(q, f * f, n == 0x1.0p0 ? f + 0x1.0p-1 : f);
    long half = exponent >> 1;
    double scale = powerOfTwo(half) * (powerOfTwo(exponent - half) * 0x1.0p-1);
    double y = scale - 0x1.0p-1;
    double tail = (scale - y) - 0x1.0p-1;
    double sum = Math.fma(v, scale, y);
    double r = sum + (Math.fma(v, scale, y - sum) + tail);
    double result = n == 0x0.0p0 ? v : n == 0x1.0p0 ? v + v : r + r;
    double bounded = x > 710.0 ? INFINITY : result;
    return x == 0x0.0p0 ? x : bounded;
  }

  /** Hyperbolic cosine; largest error measured 0.94 ulp. */
  public static double cosh(double x) {
    double a = Math.abs(x);
    double clamped = a > 710.5 ? 710.5 : a;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.7ed1ad3d9a733p-33;
    q = Math.fma(q, f, 0x1.1f7afcf2ed07ep-29);
    q = Math.fma(q, f, 0x1.ae4f2281c6054p-26);
    q = Math.fma(q, f, 0x1.27e4d718d3018p-22);
    q = Math.fma(q, f, 0x1.71de4005e837p-19);
    q = Math.fma(q, f, 0x1.a01a01a864412p-16);
    q = Math.fma(q, f, 0x1.a01a019eb5edfp-13);
    q = Math.fma(q, f, 0x1.6c16c16c15f8cp-10);
    q = Math.fma(q, f, 0x1.1111111111373p-7);
    q = Math.fma(q, f, 0x1.5555555555556p-5);
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

  /** Hyperbolic sine; largest error measured 0.96 ulp. */
  public static double sinh(double x) {
    double a = Math.abs(x);
    double clamped = a > 710.5 ? 710.5 : a;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.7ed1ad3d9a733p-33;
    q = Math.fma(q, f, 0x1.1f7afcf2ed07ep-29);
    q = Math.fma(q, f, 0x1.ae4f2281c6054p-26);
    q = Math.fma(q, f, 0x1.27e4d718d3018p-22);
    q = Math.fma(q, f, 0x1.71de4005e837p-19);
    q = Math.fma(q, f, 0x1.a01a01a864412p-16);
    q = Math.fma(q, f, 0x1.a01a019eb5edfp-13);
    q = Math.fma(q, f, 0x1.6c16c16c15f8cp-10);
    q = Math.fma(q, f, 0x1.1111111111373p-7);
    q = Math.fma(q, f, 0x1.5555555555556p-5);
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
    double p = -0x1.4101906ce55c3p-45;
    p = Math.fma(p, z, 0x1.5b7ba1ba0a602p-43);
    p = Math.fma(p, z, 0x1.193da0d6de39p-41);
    p = Math.fma(p, z, 0x1.61aefa47a1bdp-33);
    p = Math.fma(p, z, 0x1.ae63c3e64c07p-26);
    p = Math.fma(p, z, 0x1.71de3aad62bc4p-19);
    p = Math.fma(p, z, 0x1.a01a019fe206fp-13);
    p = Math.fma(p, z, 0x1.1111111111211p-7);
    p = Math.fma(p, z, 0x1.5555555555555p-3);
    double magnitude = a < 0x1.0p0 ? Math.fma(p * z, a, a) : y + y;
    return withSign(magnitude, x);
  }

  /** Hyperbolic tangent; largest error measured 0.81 ulp. */
  public static double tanh(double x) {
    double a = Math.abs(x);
    double bounded = a > 22.0 ? 22.0 : a;
    double clamped = bounded + bounded;
    double t = Math.fma(clamped, LOG2E, MAGIC);
    double n = t - MAGIC;
    double f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    long exponent = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(MAGIC);
    double q = 0x1.7ed1ad3d9a733p-33;
    q = Math.fma(q, f, 0x1.1f7afcf2ed07ep-29);
    q = Math.fma(q, f, 0x1.ae4f2281c6054p-26);
    q = Math.fma(q, f, 0x1.27e4d718d3018p-22);
    q = Math.fma(q, f, 0x1.71de4005e837p-19);
    q = Math.fma(q, f, 0x1.a01a01a864412p-16);
    q = Math.fma(q, f, 0x1.a01a019eb5edfp-13);
    q = Math.fma(q, f, 0x1.6c16c16c15f8cp-10);
    q = Math.fma(q, f, 0x1.1111111111373p-7);
    q = Math.fma(q, f, 0x1.5555555555556p-5);
    q = Math.fma(q, f, 0x1.5555555555555p-3);
    q = Math.fma(q, f, 0x1.0p-1);
    double e = (Math.fma(f * f, q, f) + 0x1.0p0) * powerOfTwo(exponent);
    double y = Math.fma(-0x1.0p1, 0x1.0p0 / (e + 0x1.0p0), 0x1.0p0);
    double z = a * a;
    double p = -0x1.a1d798fc4c5e6p-28;
    p = Math.fma(p, z, 0x1.856f39692b602p-25);
    p = Math.fma(p, z, -0x1.0bd64cec7b99ap-23);
    p = Math.fma(p, z, 0x1.9c51092be1306p-26);
    p = Math.fma(p, z, 0x1.14adccb6ab84cp-20);
    p = Math.fma(p, z, -0x1.3ca8e86dfa258p-18);
    p = Math.fma(p, z, 0x1.e6245f9f5ecffp-17);
    p = Math.fma(p, z, -0x1.41f8d540515edp-15);
    p = Math.fma(p, z, 0x1.94b4494d4550bp-14);
    p = Math.fma(p, z, -0x1.f52b2da527c52p-13);
    p = Math.fma(p, z, 0x1.35529e09c0b8bp-11);
    p = Math.fma(p, z, -0x1.7da2d915ff0bep-10);
    p = Math.fma(p, z, 0x1.d6d3c71f4ff58p-9);
    p = Math.fma(p, z, -0x1.226e3522c4f4ep-7);
    p = Math.fma(p, z, 0x1.664f4880f0151p-6);
    p = Math.fma(p, z, -0x1.ba1ba1ba13877p-5);
    p = Math.fma(p, z, 0x1.1111111111089p-3);
    p = Math.fma(p, z, -0x1.5555555555555p-2);
    double magnitude = a < 0x1.0p0 ? Math.fma(p * z, a, a) : y;
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

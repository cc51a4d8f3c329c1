package mlr.dialects.math.functions;

/**
 * Exponentials and hyperbolic functions in binary32: argument reduced by multiples of ln 2 (Cody and Waite), Chebyshev-fitted
 * polynomial, exponent put back by multiplication in two steps, so that subnormal results round once.
 */
public final class ExponentialF32 {
  private static final float MAGIC = 0x1.8p23f;
  private static final float LOG2E = 0x1.715476p0f;
  private static final float LN2_HI = 0x1.62e43p-1f;
  private static final float LN2_LO = -0x1.05c61p-29f;
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  private ExponentialF32() {}

  /** e^x; largest error measured 0.98 ulp. */
  public static float exp(float x) {
    float above = x > 90.0f ? 90.0f : x;
    float clamped = above < -105.0f ? -105.0f : above;
    float t = Math.fma(clamped, LOG2E, MAGIC);
    float n = t - MAGIC;
    float f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    int exponent = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(MAGIC);
    float q = 0x1.a2bfc4p-13f;
    q = Math.fma(q, f, 0x1.6d3454p-10f);
    q = Math.fma(q, f, 0x1.110fccp-7f);
    q = Math.fma(q, f, 0x1.5554fep-5f);
    q = Math.fma(q, f, 0x1.555556p-3f);
    q = Math.fma(q, f, 0x1.0p-1f);
    float y = Math.fma(f * f, q, f) + 0x1.0p0f;
    int half = exponent >> 1;
    return y * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /** e^(hi + lo) of an unevaluated sum with |lo| at most half an ulp of hi, for {@link PowerF32}. */
  static float ofSum(float hi, float lo) {
    float above = hi > 90.0f ? 90.0f : hi;
    float clamped = above < -105.0f ? -105.0f : above;
    float t = Math.fma(clamped, LOG2E, MAGIC);
    float n = t - MAGIC;
    float whole = Math.fma(n, -LN2_HI, clamped);
    float rest = Math.fma(n, -LN2_LO, lo);
    float f = whole + rest;
    float tail = (whole - f) + rest;
    int exponent = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(MAGIC);
    float q = 0x1.a2bfc4p-13f;
    q = Math.fma(q, f, 0x1.6d3454p-10f);
    q = Math.fma(q, f, 0x1.110fccp-7f);
    q = Math.fma(q, f, 0x1.5554fep-5f);
    q = Math.fma(q, f, 0x1.555556p-3f);
    q = Math.fma(q, f, 0x1.0p-1f);
    float sum = 0x1.0p0f + f;
    float y = sum + Math.fma(f * f, q, ((0x1.0p0f - sum) + f) + tail);
    int half = exponent >> 1;
    return y * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /** 2^x; largest error measured 0.84 ulp. */
  public static float exp2(float x) {
    float above = x > 130.0f ? 130.0f : x;
    float clamped = above < -152.0f ? -152.0f : above;
    float t = clamped + MAGIC;
    float f = clamped - (t - MAGIC);
    int exponent = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(MAGIC);
    float q = 0x1.012d54p-16f;
    q = Math.fma(q, f, 0x1.440758p-13f);
    q = Math.fma(q, f, 0x1.5d86ep-10f);
    q = Math.fma(q, f, 0x1.3b2a62p-7f);
    q = Math.fma(q, f, 0x1.c6b08ep-5f);
    q = Math.fma(q, f, 0x1.ebfbep-3f);
    float y = Math.fma(f, LN2_HI, Math.fma(f * f, q, f * LN2_LO)) + 0x1.0p0f;
    int half = exponent >> 1;
    return y * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /** e^x - 1, without cancellation near zero; largest error measured 0.98 ulp. */
  public static float expm1(float x) {
    float above = x > 89.0f ? 89.0f : x;
    float clamped = above < -30.0f ? -30.0f : above;
    float t = Math.fma(clamped, LOG2E, MAGIC);
    float n = t - MAGIC;
    float f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    int exponent = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(MAGIC);
    float q = 0x1.a2bfc4p-13f;
    q = Math.fma(q, f, 0x1.6d3454p-10f);
    q = Math.fma(q, f, 0x1.110fccp-7f);
    q = Math.fma(q, f, 0x1.5554fep-5f);
    q = Math.fma(q, f, 0x1.555556p-3f);
    q = Math.fma(q, f, 0x1.0p-1f);
    // For n = 1 half is added before the polynomial, which saves a rounding.
    float v = Math.fma(q, f * f, n == 0x1.0p0f ? f + 0x1.0p-1f : f);
    int half = exponent >> 1;
    float scale = powerOfTwo(half) * (powerOfTwo(exponent - half) * 0x1.0p-1f);
    float y = scale - 0x1.0p-1f;
    float tail = (scale - y) - 0x1.0p-1f;
    float sum = Math.fma(v, scale, y);
    float r = sum + (Math.fma(v, scale, y - sum) + tail);
    float result = n == 0x0.0p0f ? v : n == 0x1.0p0f ? v + v : r + r;
    float bounded = x > 89.0f ? INFINITY : result;
    return x == 0x0.0p0f ? x : bounded;
  }

  /** Hyperbolic cosine; largest error measured 0.98 ulp. */
  public static float cosh(float x) {
    float a = Math.abs(x);
    float clamped = a > 89.5f ? 89.5f : a;
    float t = Math.fma(clamped, LOG2E, MAGIC);
    float n = t - MAGIC;
    float f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    int exponent = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(MAGIC);
    float q = 0x1.a2bfc4p-13f;
    q = Math.fma(q, f, 0x1.6d3454p-10f);
    q = Math.fma(q, f, 0x1.110fccp-7f);
    q = Math.fma(q, f, 0x1.5554fep-5f);
    q = Math.fma(q, f, 0x1.555556p-3f);
    q = Math.fma(q, f, 0x1.0p-1f);
    float r = Math.fma(f * f, q, f);
    float sum = 0x1.0p0f + r;
    float rest = (0x1.0p0f - sum) + r;
    // A quarter of e^a, so that it does not overflow before the result does.
    int half = exponent >> 1;
    float scale = powerOfTwo(half) * (powerOfTwo(exponent - half) * 0x1.0p-2f);
    float hi = sum * scale;
    float lo = rest * scale;
    float rough = 0x1.0p-4f / hi;
    float inverse = Math.fma(-rough * rough * 0x1.0p4f, lo, rough);
    float y = hi + (lo + inverse);
    return y + y;
  }

  /** Hyperbolic sine; largest error measured 0.99 ulp. */
  public static float sinh(float x) {
    float a = Math.abs(x);
    float clamped = a > 89.5f ? 89.5f : a;
    float t = Math.fma(clamped, LOG2E, MAGIC);
    float n = t - MAGIC;
    float f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    int exponent = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(MAGIC);
    float q = 0x1.a2bfc4p-13f;
    q = Math.fma(q, f, 0x1.6d3454p-10f);
    q = Math.fma(q, f, 0x1.110fccp-7f);
    q = Math.fma(q, f, 0x1.5554fep-5f);
    q = Math.fma(q, f, 0x1.555556p-3f);
    q = Math.fma(q, f, 0x1.0p-1f);
    float r = Math.fma(f * f, q, f);
    float sum = 0x1.0p0f + r;
    float rest = (0x1.0p0f - sum) + r;
    int half = exponent >> 1;
    float scale = powerOfTwo(half) * (powerOfTwo(exponent - half) * 0x1.0p-2f);
    float hi = sum * scale;
    float lo = rest * scale;
    float rough = 0x1.0p-4f / hi;
    float inverse = Math.fma(-rough * rough * 0x1.0p4f, lo, rough);
    float y = hi + (lo - inverse);
    float z = a * a;
    float p = 0x1.6937cp-23f;
    p = Math.fma(p, z, 0x1.46bf9cp-19f);
    p = Math.fma(p, z, 0x1.a09b1ep-13f);
    p = Math.fma(p, z, 0x1.111082p-7f);
    p = Math.fma(p, z, 0x1.555556p-3f);
    float magnitude = a < 0x1.0p0f ? Math.fma(p * z, a, a) : y + y;
    return withSign(magnitude, x);
  }

  /** Hyperbolic tangent; largest error measured 0.95 ulp. */
  public static float tanh(float x) {
    float a = Math.abs(x);
    float bounded = a > 10.0f ? 10.0f : a;
    float clamped = bounded + bounded;
    float t = Math.fma(clamped, LOG2E, MAGIC);
    float n = t - MAGIC;
    float f = Math.fma(n, -LN2_LO, Math.fma(n, -LN2_HI, clamped));
    int exponent = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(MAGIC);
    float q = 0x1.a2bfc4p-13f;
    q = Math.fma(q, f, 0x1.6d3454p-10f);
    q = Math.fma(q, f, 0x1.110fccp-7f);
    q = Math.fma(q, f, 0x1.5554fep-5f);
    q = Math.fma(q, f, 0x1.555556p-3f);
    q = Math.fma(q, f, 0x1.0p-1f);
    float e = (Math.fma(f * f, q, f) + 0x1.0p0f) * powerOfTwo(exponent);
    float y = Math.fma(-0x1.0p1f, 0x1.0p0f / (e + 0x1.0p0f), 0x1.0p0f);
    float z = a * a;
    float p = 0x1.3bf72cp-13f;
    p = Math.fma(p, z, -0x1.8ec56cp-11f);
    p = Math.fma(p, z, 0x1.cbcc7p-10f);
    p = Math.fma(p, z, -0x1.6c8eeep-9f);
    p = Math.fma(p, z, 0x1.250bc2p-8f);
    p = Math.fma(p, z, -0x1.2de508p-7f);
    p = Math.fma(p, z, 0x1.67a502p-6f);
    p = Math.fma(p, z, -0x1.ba3128p-5f);
    p = Math.fma(p, z, 0x1.11116p-3f);
    p = Math.fma(p, z, -0x1.555556p-2f);
    float magnitude = a < 0x1.0p0f ? Math.fma(p * z, a, a) : y;
    return withSign(magnitude, x);
  }

  /** 2^n for a normal result. */
  static float powerOfTwo(int n) {
    return Float.intBitsToFloat((n + 127) << 23);
  }

  /** A magnitude with the sign of {@code x}. */
  static float withSign(float magnitude, float x) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(magnitude) | Float.floatToRawIntBits(x) & Integer.MIN_VALUE);
  }
}

package mlr.dialects.math.functions;

/**
 * Logarithms in binary32: x = 2^k (1 + m) with 1 + m between sqrt(1/2) and sqrt(2), a polynomial for log(1 + m) - m, and the
 * large terms added in twice
 * the precision, so that one rounding decides.
 */
public final class LogarithmF32 {
  private static final float LOG2E_HI = 0x1.715476p0f;
  private static final float LOG2E_LO = 0x1.4ae0cp-26f;
  private static final float LOG10E_HI = 0x1.bcb7b2p-2f;
  private static final float LOG10E_LO = -0x1.5b235ep-27f;
  private static final float LN2_HI = 0x1.62e4p-1f;
  private static final float LN2_LO = 0x1.7f7d1cp-20f;
  private static final float LOG10_2_HI = 0x1.344p-2f;
  private static final float LOG10_2_LO = 0x1.3509f8p-18f;
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  private LogarithmF32() {}

  /** Natural logarithm; largest error measured 0.78 ulp. */
  public static float log(float x) {
    float k = exponent(x);
    float m = mantissaMinusOne(x);
    float base = k * LN2_HI;
    float hi = base + m;
    float error = (base - hi) + m;
    float lo = tail(m) + Math.fma(k, LN2_LO, error);
    return withLimits(hi + lo, x);
  }

  /** Logarithm to base 2; largest error measured 0.94 ulp. */
  public static float log2(float x) {
    float k = exponent(x);
    float m = mantissaMinusOne(x);
    float base = k;
    float product = m * LOG2E_HI;
    float hi = base + product;
    float error = (base - hi) + product;
    float rest = error + Math.fma(m, LOG2E_HI, -product);
    float lo = Math.fma(tail(m), LOG2E_HI, Math.fma(m, LOG2E_LO, rest));
    return withLimits(hi + lo, x);
  }

  /** Logarithm to base 10; largest error measured 0.85 ulp. */
  public static float log10(float x) {
    float k = exponent(x);
    float m = mantissaMinusOne(x);
    float base = k * LOG10_2_HI;
    float product = m * LOG10E_HI;
    float hi = base + product;
    float error = (base - hi) + product;
    float rest = error + Math.fma(m, LOG10E_HI, -product);
    float lo = Math.fma(tail(m), LOG10E_HI, Math.fma(m, LOG10E_LO, Math.fma(k, LOG10_2_LO, rest)));
    return withLimits(hi + lo, x);
  }

  /** log(1 + x), without cancellation near zero; largest error measured 0.80 ulp. */
  public static float log1p(float x) {
    float u = x + 0x1.0p0f;
    int e = exponentBits(u);
    float scaled = scaled(x, e);
    float shift = shift(e);
    float result = withLimits(ofParts((float) (e >> 23), scaled + shift, lost(scaled, shift)), u);
    return x == 0x0.0p0f ? x : result;
  }

  /** log(1 + x + lo) + doublings log 2, where lo is below the last place of x. */
  static float log1pOfSum(float x, float lo, float doublings) {
    float u = x + 0x1.0p0f;
    int e = exponentBits(u);
    float scaled = scaled(x, e);
    float shift = shift(e);
    float error = lost(scaled, shift) + lo * 0x1.0p-2f * Float.intBitsToFloat(Float.floatToRawIntBits(0x1.0p2f) - e);
    return withLimits(ofParts((float) (e >> 23) + doublings, scaled + shift, error), u);
  }

  // For 1 + x = 2^k (1 + m), of whose exponent e are the bits: m = scaled + shift = x 2^-k + (2^-k - 1).

  private static float scaled(float x, int e) {
    return e == 0 ? x : Float.intBitsToFloat(Float.floatToRawIntBits(x) - e);
  }

  private static float shift(int e) {
    return Math.fma(0x1.0p-2f, Float.intBitsToFloat(Float.floatToRawIntBits(0x1.0p2f) - e), -0x1.0p0f);
  }

  /** What a sum lost by rounding. */
  private static float lost(float scaled, float shift) {
    float m = scaled + shift;
    float part = m - scaled;
    return (scaled - (m - part)) + (shift - part);
  }

  /** log(2^k (1 + m + error)). */
  private static float ofParts(float k, float m, float error) {
    float base = k * LN2_HI;
    float hi = base + m;
    float lo = tail(m) + (Math.fma(k, LN2_LO, (base - hi) + m) + Math.fma(-error, m, error));
    return hi + lo;
  }

  /** The exponent bits by which x exceeds the binade that starts at sqrt(1/2). */
  private static int exponentBits(float x) {
    return Float.floatToRawIntBits(x) - Float.floatToRawIntBits(0x1.6a09e6p-1f) & 0xff800000;
  }

  private static float normal(float x) {
    return x < Float.MIN_NORMAL ? x * 0x1p23f : x;
  }

  private static float exponent(float x) {
    float k = (float) (exponentBits(normal(x)) >> 23);
    return x < Float.MIN_NORMAL ? k - 0x1.7p4f : k;
  }

  private static float mantissaMinusOne(float x) {
    float a = normal(x);
    return Float.intBitsToFloat(Float.floatToRawIntBits(a) - exponentBits(a)) - 0x1.0p0f;
  }

  /** log(1 + m) - m. */
  private static float tail(float m) {
    float q = -0x1.1c6a04p-4f;
    q = Math.fma(q, m, 0x1.c124dp-4f);
    q = Math.fma(q, m, -0x1.af70e6p-4f);
    q = Math.fma(q, m, 0x1.c08232p-4f);
    q = Math.fma(q, m, -0x1.fe2b9p-4f);
    q = Math.fma(q, m, 0x1.24b5f8p-3f);
    q = Math.fma(q, m, -0x1.555c3ap-3f);
    q = Math.fma(q, m, 0x1.9998dap-3f);
    q = Math.fma(q, m, -0x1.fffff2p-3f);
    q = Math.fma(q, m, 0x1.555556p-2f);
    float square = m * m;
    float small = Math.fma(square * m, q, -0x1.0p-1f * Math.fma(m, m, -square));
    return Math.fma(-0x1.0p-1f, square, small);
  }

  private static float withLimits(float result, float x) {
    float atEnds = x == 0x0.0p0f ? -INFINITY : x > 0x0.0p0f ? x : Float.NaN;
    return x > 0x0.0p0f && x < INFINITY ? result : atEnds;
  }
}

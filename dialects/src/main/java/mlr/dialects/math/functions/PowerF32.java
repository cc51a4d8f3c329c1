package mlr.dialects.math.functions;

/**
 * Powers in binary32: x^y = e^(y log x) with the logarithm as an unevaluated sum of two numbers, from 2 atanh((m - 1)/(m + 1)).
 * Special cases as in C (ISO/IEC 9899, annex F).
 */
public final class PowerF32 {
  private static final float LN2_HI = 0x1.62e4p-1f;
  private static final float LN2_LO = 0x1.7f7d1cp-20f;
  private static final float THIRD_HI = 0x1.555556p-2f;
  private static final float THIRD_LO = -0x1.555556p-27f;
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  private PowerF32() {}

  /** x^y; largest error measured 0.77 ulp. */
  public static float pow(float x, float y) {
    float a = Math.abs(x);
    float normal = a < Float.MIN_NORMAL ? a * 0x1p23f : a;
    int e = Float.floatToRawIntBits(normal) - Float.floatToRawIntBits(0x1.6a09e6p-1f) & 0xff800000;
    float d = Float.intBitsToFloat(Float.floatToRawIntBits(normal) - e) - 0x1.0p0f;
    float whole = (float) (e >> 23);
    float k = a < Float.MIN_NORMAL ? whole - 0x1.7p4f : whole;
    // q + qLo = d / (2 + d)
    float inverse = 0x1.0p0f / (0x1.0p1f + d);
    float q = inverse * d;
    float qLo = inverse * Math.fma(q, -d, Math.fma(q, -0x1.0p1f, d));
    // s + sLo = q^2, c + cLo = q^3
    float s = q * q;
    float sLo = Math.fma(q, qLo + qLo, Math.fma(q, q, -s));
    float c = s * q;
    float cLo = Math.fma(s, qLo, Math.fma(sLo, q, Math.fma(s, q, -c)));
    float u = 0x1.d825acp-4f;
    u = Math.fma(u, s, 0x1.2479d2p-3f);
    u = Math.fma(u, s, 0x1.9999a4p-3f);
    // atanh(q) = q + q^3/3 + q^5 u = h + hLo
    float cube = c * THIRD_HI;
    float cubeLo = Math.fma(c, THIRD_HI, -cube) + Math.fma(c, THIRD_LO, cLo * THIRD_HI);
    float h = q + cube;
    float hLo = ((q - h) + cube) + (cubeLo + Math.fma(c * s, u, qLo));
    // log a = k log 2 + 2 (h + hLo)
    float base = k * LN2_HI;
    float log = base + (h + h);
    float logLo = ((base - log) + (h + h)) + Math.fma(k, LN2_LO, hLo + hLo);
    float product = y * log;
    float productLo = Math.fma(y, logLo, Math.fma(y, log, -product));
    float sum = product + productLo;
    float power = ExponentialF32.ofSum(sum, (product - sum) + productLo);
    float beyond = product > 0x0.0p0f ? INFINITY : 0x0.0p0f;
    float inRange = Math.abs(product) < 120.0f ? power : beyond;
    // Zero and infinity as base, infinity as exponent: the limit.
    boolean grows = (a > 0x1.0p0f) == (y > 0x0.0p0f);
    boolean limit = a == 0x0.0p0f || a == INFINITY || Math.abs(y) == INFINITY;
    float magnitude = limit ? (grows ? INFINITY : 0x0.0p0f) : inRange;
    // Whether y is an odd integer shows in the last bit of |y| + 2^23.
    float size = Math.abs(y);
    float shifted = size < 0x1p23f ? size + 0x1p23f : size;
    boolean integer = size >= 0x1p23f || shifted - 0x1p23f == size;
    boolean odd = integer && size < 0x1p24f && (Float.floatToRawIntBits(shifted) & 1) != 0;
    boolean negative = Float.floatToRawIntBits(x) < 0;
    float signed = negative && odd ? -magnitude : magnitude;
    float real = x < 0x0.0p0f && a < INFINITY && !integer ? Float.NaN : signed;
    float ordered = x == x && y == y ? real : Float.NaN;
    boolean one = x == 0x1.0p0f || y == 0x0.0p0f || a == 0x1.0p0f && size == INFINITY;
    return one ? 0x1.0p0f : ordered;
  }
}

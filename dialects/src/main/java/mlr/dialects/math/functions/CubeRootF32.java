package mlr.dialects.math.functions;

/**
 * Cube roots in binary32: x = 2^3k z, the inverse root of z from a polynomial and a step of Newton's, and the root of z from that with one
 * correction by its exact cube.
 */
public final class CubeRootF32 {
  private static final float ONE = 0x1.0p0f;
  private static final float THIRD = 0x1.555556p-2f;

  private CubeRootF32() {}

  /** The cube root, with the sign of x; largest error measured 0.50 ulp. */
  public static float cbrt(float x) {
    float a = Math.abs(x);
    float normal = a < Float.MIN_NORMAL ? a * 0x1p24f : a;
    // normal = m 2^exponent with m between sqrt(1/2) and sqrt(2), exponent = 3 third + rest
    int e = Float.floatToRawIntBits(normal) - Float.floatToRawIntBits(0x1.6a09e6p-1f) & 0xff800000;
    float m = Float.intBitsToFloat(Float.floatToRawIntBits(normal) - e);
    int exponent = e >> 23;
    int third = ((exponent + 192) * 43691 >> 17) - 64;
    int rest = exponent - third * 3;
    float z = Float.intBitsToFloat(Float.floatToRawIntBits(m) + (rest << 23));
    // w = z^(-1/3)
    float w = 0x1.feeff4p-4f;
    w = Math.fma(w, m, -0x1.5fb228p-1f);
    w = Math.fma(w, m, 0x1.897866p0f);
    w = Math.fma(w, m, -0x1.d85e6cp0f);
    w = Math.fma(w, m, 0x1.dece4p0f);
    w = w * (rest == 0 ? ONE : rest == 1 ? 0x1.965feap-1f : 0x1.428a3p-1f);
    w = Math.fma(w * THIRD, Math.fma(-z, w * w * w, ONE), w);
    float square = w * w;
    float y = z * square;
    // y less (y^3 - z) / (3 y^2)
    float s = y * y;
    float sLo = Math.fma(y, y, -s);
    float excess = Math.fma(s, y, -z) + sLo * y;
    float root = Math.fma(-excess * THIRD, square, y);
    int scale = a < Float.MIN_NORMAL ? third - 8 : third;
    float magnitude = Float.intBitsToFloat(Float.floatToRawIntBits(root) + (scale << 23));
    float signed = x < 0x0.0p0f ? -magnitude : magnitude;
    return a > 0x0.0p0f && a < Float.POSITIVE_INFINITY ? signed : x;
  }
}

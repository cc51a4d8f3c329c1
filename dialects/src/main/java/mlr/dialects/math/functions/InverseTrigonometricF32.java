package mlr.dialects.math.functions;

import mlr.dialects.elementwise.FloatKernels;

/**
 * Inverse trigonometric functions in binary32: odd polynomials near zero, elsewhere by complementary angles, with square roots,
 * quotients and pi carried in twice the precision.
 */
public final class InverseTrigonometricF32 {
  private static final float HALF_PI_HI = 0x1.921fb6p0f;
  private static final float HALF_PI_LO = -0x1.777a5cp-25f;

  private InverseTrigonometricF32() {}

  /** Arc sine, NaN outside [-1, 1]; largest error measured 0.63 ulp. */
  public static float asin(float x) {
    float a = Math.abs(x);
    float z = 0x1.0p-1f * (0x1.0p0f - a);
    float s = FloatKernels.squareRoot(z);
    // asin(a) = pi/2 - 2 asin(sqrt((1 - a) / 2))
    float sum = HALF_PI_HI - (s + s);
    float error = (HALF_PI_HI - sum) - (s + s);
    float rest = Math.fma(series(z) * z, s, rootError(z, s));
    float large = sum + (error + Math.fma(-0x1.0p1f, rest, HALF_PI_LO));
    float square = a * a;
    float small = Math.fma(series(square) * square, a, a);
    float y = a < 0x1.0p-1f ? small : large;
    return Float.floatToRawIntBits(x) < 0 ? -y : y;
  }

  /** Arc cosine, NaN outside [-1, 1]; largest error measured 0.61 ulp. */
  public static float acos(float x) {
    float a = Math.abs(x);
    float z = 0x1.0p-1f * (0x1.0p0f - a);
    float s = FloatKernels.squareRoot(z);
    float rest = Math.fma(series(z) * z, s, rootError(z, s));
    float nearOne = s + rest;
    // acos(-a) = pi - 2 asin(sqrt((1 - a) / 2))
    float nearMinusOne = (HALF_PI_HI - s) + (HALF_PI_LO - rest + ((HALF_PI_HI - (HALF_PI_HI - s)) - s));
    float large = x < 0x0.0p0f ? nearMinusOne + nearMinusOne : nearOne + nearOne;
    float square = a * a;
    float sum = HALF_PI_HI - x;
    float error = (HALF_PI_HI - sum) - x;
    float middle = sum + (error + Math.fma(-series(square) * square, x, HALF_PI_LO));
    return a < 0x1.0p-1f ? middle : large;
  }

  /** Arc tangent; largest error measured 0.94 ulp. */
  public static float atan(float x) {
    return atan2(x, 0x1.0p0f);
  }

  /** The angle of the point (x, y), in [-pi, pi], special cases as in C; largest error measured 0.98 ulp. */
  public static float atan2(float y, float x) {
    float up = Math.abs(y);
    float across = Math.abs(x);
    boolean steep = up > across;
    float longer = steep ? up : across;
    float shorter = steep ? across : up;
    // Scaled by a power of two where the error of the quotient would be lost.
    float scale = longer < 0x1p-60f ? 0x1p60f : longer > 0x1p60f ? 0x1p-60f : 0x1.0p0f;
    float denominator = longer * scale;
    float numerator = shorter * scale;
    float plain = numerator / denominator;
    boolean degenerate = longer == 0x0.0p0f || longer == Float.POSITIVE_INFINITY;
    float quotient = degenerate ? (shorter == Float.POSITIVE_INFINITY ? 0x1.0p0f : 0x0.0p0f) : plain;
    float residue = Math.fma(-quotient, denominator, numerator) / denominator;
    float square = quotient * quotient;
    float quotientLo = degenerate || !(Math.abs(residue) < 0x1.0p0f) ? 0x0.0p0f : residue / (0x1.0p0f + square);
    float p = 0x1.411308p-9f;
    p = Math.fma(p, square, -0x1.e8007p-7f);
    p = Math.fma(p, square, 0x1.4dba4cp-5f);
    p = Math.fma(p, square, -0x1.16153p-4f);
    p = Math.fma(p, square, 0x1.4cd17ep-4f);
    p = Math.fma(p, square, -0x1.50ee54p-4f);
    p = Math.fma(p, square, 0x1.55b948p-4f);
    p = Math.fma(p, square, -0x1.7b3fe8p-4f);
    p = Math.fma(p, square, 0x1.c82db8p-4f);
    p = Math.fma(p, square, -0x1.249deep-3f);
    p = Math.fma(p, square, 0x1.999a0ep-3f);
    p = Math.fma(p, square, -0x1.555556p-2f);
    float cube = square * quotient;
    float cubeLo = Math.fma(Math.fma(quotient, quotient, -square), quotient, Math.fma(square, quotient, -cube));
    float rest = Math.fma(p, cube, Math.fma(p, cubeLo, quotientLo));
    // The angle is quotient + rest, or pi/2, or pi, or pi/2 more or less than that.
    boolean left = Float.floatToRawIntBits(x) < 0;
    float quarters = steep ? 0x1.0p0f : left ? 0x1.0p1f : 0x0.0p0f;
    float direction = steep != left ? -0x1.0p0f : 0x1.0p0f;
    float base = quarters * HALF_PI_HI;
    float sum = Math.fma(direction, quotient, base);
    float error = Math.fma(direction, quotient, base - sum);
    float angle = sum + (error + Math.fma(quarters, HALF_PI_LO, direction * rest));
    float magnitude = x == x && y == y ? angle : Float.NaN;
    return ExponentialF32.withSign(magnitude, y);
  }

  /** asin(s) / s = 1 + z series(z) with z = s^2 at most 1/4. */
  private static float series(float z) {
    float q = 0x1.19ecf4p-5f;
    q = Math.fma(q, z, 0x1.10f0eap-6f);
    q = Math.fma(q, z, 0x1.ff8616p-6f);
    q = Math.fma(q, z, 0x1.6d40ccp-5f);
    q = Math.fma(q, z, 0x1.3334c6p-4f);
    q = Math.fma(q, z, 0x1.555554p-3f);
    return q;
  }

  /** What the square root s of z lacks, to first order. */
  private static float rootError(float z, float s) {
    float error = Math.fma(-s, s, z) / (s + s);
    return s == 0x0.0p0f ? 0x0.0p0f : error;
  }
}

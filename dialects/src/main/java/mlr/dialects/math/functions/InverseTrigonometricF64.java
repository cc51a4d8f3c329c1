package mlr.dialects.math.functions;

import mlr.dialects.elementwise.FloatKernels;

/**
 * Inverse trigonometric functions in binary64: odd polynomials near zero, elsewhere by complementary angles, with square roots,
 * quotients and pi carried in twice the precision.
 */
public final class InverseTrigonometricF64 {
  private static final double HALF_PI_HI = 0x1.921fb54442d18p0;
  private static final double HALF_PI_LO = 0x1.1a62633145c07p-54;

  private InverseTrigonometricF64() {}

  /** Arc sine, NaN outside [-1, 1]; largest error measured 0.57 ulp. */
  public static double asin(double x) {
    double a = Math.abs(x);
    double z = 0x1.0p-1 * (0x1.0p0 - a);
    double s = FloatKernels.squareRoot(z);
    // asin(a) = pi/2 - 2 asin(sqrt((1 - a) / 2))
    double sum = HALF_PI_HI - (s + s);
    double error = (HALF_PI_HI - sum) - (s + s);
    double rest = Math.fma(series(z) * z, s, rootError(z, s));
    double large = sum + (error + Math.fma(-0x1.0p1, rest, HALF_PI_LO));
    double square = a * a;
    double small = Math.fma(series(square) * square, a, a);
    double y = a < 0x1.0p-1 ? small : large;
    return Double.doubleToRawLongBits(x) < 0L ? -y : y;
  }

  /** Arc cosine, NaN outside [-1, 1]; largest error measured 0.57 ulp. */
  public static double acos(double x) {
    double a = Math.abs(x);
    double z = 0x1.0p-1 * (0x1.0p0 - a);
    double s = FloatKernels.squareRoot(z);
    double rest = Math.fma(series(z) * z, s, rootError(z, s));
    double nearOne = s + rest;
    // acos(-a) = pi - 2 asin(sqrt((1 - a) / 2))
    double nearMinusOne = (HALF_PI_HI - s) + (HALF_PI_LO - rest + ((HALF_PI_HI - (HALF_PI_HI - s)) - s));
    double large = x < 0x0.0p0 ? nearMinusOne + nearMinusOne : nearOne + nearOne;
    double square = a * a;
    double sum = HALF_PI_HI - x;
    double error = (HALF_PI_HI - sum) - x;
    double middle = sum + (error + Math.fma(-series(square) * square, x, HALF_PI_LO));
    return a < 0x1.0p-1 ? middle : large;
  }

  /** Arc tangent; largest error measured 0.81 ulp. */
  public static double atan(double x) {
    return atan2(x, 0x1.0p0);
  }

  /** The angle of the point (x, y), in [-pi, pi], special cases as in C; largest error measured 0.75 ulp. */
  public static double atan2(double y, double x) {
    double up = Math.abs(y);
    double across = Math.abs(x);
    boolean steep = up > across;
    double longer = steep ? up : across;
    double shorter = steep ? across : up;
    // Scaled by a power of two where the error of the quotient would be lost.
    double scale = longer < 0x1p-500 ? 0x1p500 : longer > 0x1p500 ? 0x1p-500 : 0x1.0p0;
    double denominator = longer * scale;
    double numerator = shorter * scale;
    double plain = numerator / denominator;
    boolean degenerate = longer == 0x0.0p0 || longer == Double.POSITIVE_INFINITY;
    double quotient = degenerate ? (shorter == Double.POSITIVE_INFINITY ? 0x1.0p0 : 0x0.0p0) : plain;
    double residue = Math.fma(-quotient, denominator, numerator) / denominator;
    double square = quotient * quotient;
    double quotientLo = degenerate || !(Math.abs(residue) < 0x1.0p0) ? 0x0.0p0 : residue / (0x1.0p0 + square);
    double p = 0x1.ff3c6d843362ep-20;
    p = Math.fma(p, square, -0x1.ef1e74660d02fp-17);
    p = Math.fma(p, square, 0x1.00d7e5b641942p-15);
    p = Math.fma(p, square, 0x1.d6952311c52ffp-14);
    p = Math.fma(p, square, -0x1.f20eb2da8e2d5p-11);
    p = Math.fma(p, square, 0x1.b98c585aec9f5p-9);
    p = Math.fma(p, square, -0x1.0771dba77a048p-7);
    p = Math.fma(p, square, 0x1.e1cba207ae6afp-7);
    p = Math.fma(p, square, -0x1.6ab1b687740bep-6);
    p = Math.fma(p, square, 0x1.dab0f36a94ac5p-6);
    p = Math.fma(p, square, -0x1.1b0dad2359ab9p-5);
    p = Math.fma(p, square, 0x1.402936dcb725bp-5);
    p = Math.fma(p, square, -0x1.61ec6cc46ba16p-5);
    p = Math.fma(p, square, 0x1.858e6f50806b9p-5);
    p = Math.fma(p, square, -0x1.af0e65db58ee5p-5);
    p = Math.fma(p, square, 0x1.e1de16fc0f0cap-5);
    p = Math.fma(p, square, -0x1.1110dbcbf8fdfp-4);
    p = Math.fma(p, square, 0x1.3b13acfaa6071p-4);
    p = Math.fma(p, square, -0x1.745d17099b81ep-4);
    p = Math.fma(p, square, 0x1.c71c71c4f5bb2p-4);
    p = Math.fma(p, square, -0x1.249249248c99fp-3);
    p = Math.fma(p, square, 0x1.99999999998b6p-3);
    p = Math.fma(p, square, -0x1.5555555555555p-2);
    double cube = square * quotient;
    double cubeLo = Math.fma(Math.fma(quotient, quotient, -square), quotient, Math.fma(square, quotient, -cube));
    double rest = Math.fma(p, cube, Math.fma(p, cubeLo, quotientLo));
    // The angle is quotient + rest, or pi/2, or pi, or pi/2 more or less than that.
    boolean left = Double.doubleToRawLongBits(x) < 0L;
    double quarters = steep ? 0x1.0p0 : left ? 0x1.0p1 : 0x0.0p0;
    double direction = steep != left ? -0x1.0p0 : 0x1.0p0;
    double base = quarters * HALF_PI_HI;
    double sum = Math.fma(direction, quotient, base);
    double error = Math.fma(direction, quotient, base - sum);
    double angle = sum + (error + Math.fma(quarters, HALF_PI_LO, direction * rest));
    double magnitude = x == x && y == y ? angle : Double.NaN;
    return ExponentialF64.withSign(magnitude, y);
  }

  /** asin(s) / s = 1 + z series(z) with z = s^2 at most 1/4. */
  private static double series(double z) {
    double q = 0x1.f9da482816f3ap-8;
    q = Math.fma(q, z, 0x1.219941577917fp-6);
    q = Math.fma(q, z, -0x1.7354c714f462fp-7);
    q = Math.fma(q, z, 0x1.1137db080213fp-6);
    q = Math.fma(q, z, 0x1.dd26dbee03508p-9);
    q = Math.fma(q, z, 0x1.2f8daaa15be6cp-7);
    q = Math.fma(q, z, 0x1.3b29a1e1b26fbp-7);
    q = Math.fma(q, z, 0x1.7b12a2738d99p-7);
    q = Math.fma(q, z, 0x1.c98e57dcd195p-7);
    q = Math.fma(q, z, 0x1.1c4f15360f506p-6);
    q = Math.fma(q, z, 0x1.6e8b9fef7b74ep-6);
    q = Math.fma(q, z, 0x1.f1c71c836b64cp-6);
    q = Math.fma(q, z, 0x1.6db6db6d9950ap-5);
    q = Math.fma(q, z, 0x1.33333333334a4p-4);
    q = Math.fma(q, z, 0x1.5555555555555p-3);
    return q;
  }

  /** What the square root s of z lacks, to first order. */
  private static double rootError(double z, double s) {
    double error = Math.fma(-s, s, z) / (s + s);
    return s == 0x0.0p0 ? 0x0.0p0 : error;
  }
}

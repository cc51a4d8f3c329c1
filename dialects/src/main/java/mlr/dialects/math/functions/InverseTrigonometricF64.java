package mlr.dialects.math.functions;

/** Inverse trigonometric functions in binary64: odd polynomials near zero, elsewhere by complementary angles, with square roots, quotients and pi carried in twice the precision. */
public final class InverseTrigonometricF64 {
  private static final double HALF_PI_HI = 0x1.921fb54442d18p0;
  private static final double HALF_PI_LO = 0x1.1a62633145c07p-54;

  private InverseTrigonometricF64() {}

  /** Arc sine, NaN outside [-1, 1]; error below 2 ulp. */
  public static double asin(double x) {
    double a = Math.abs(x);
    double z = 0x1.0p-1 * (0x1.0p0 - a);
    double s = Math.sqrt(z);
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

  /** Arc cosine, NaN outside [-1, 1]; error below 2 ulp. */
  public static double acos(double x) {
    double a = Math.abs(x);
    double z = 0x1.0p-1 * (0x1.0p0 - a);
    double s = Math.sqrt(z);
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

  /** Arc tangent; error below 2 ulp. */
  public static double atan(double x) {
    return atan2(x, 0x1.0p0);
  }

  /** The angle of the point (x, y), in [-pi, pi], special cases as in C; error below 2 ulp. */
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
    double p = -0x1.56d93881af28bp-18;
    p = Math.fma(p, square, 0x1.0d2ba64dc4b35p-14);
    p = Math.fma(p, square, -0x1.929735fe2c7dap-12);
    p = Math.fma(p, square, 0x1.7f300a4168aa2p-10);
    p = Math.fma(p, square, -0x1.062861c099837p-8);
    p = Math.fma(p, square, 0x1.14e2d5c3cf8dfp-7);
    p = Math.fma(p, square, -0x1.db3ca635fdf7fp-7);
    p = Math.fma(p, square, 0x1.5a0e630f82889p-6);
    p = Math.fma(p, square, -0x1.bd57b2a70fb25p-6);
    p = Math.fma(p, square, 0x1.0740e7b22ddb7p-5);
    p = Math.fma(p, square, -0x1.280da61ab6494p-5);
    p = Math.fma(p, square, 0x1.4560f34706c85p-5);
    p = Math.fma(p, square, -0x1.639775bb08f45p-5);
    p = Math.fma(p, square, 0x1.85fa5056a06ccp-5);
    p = Math.fma(p, square, -0x1.af23abb356af8p-5);
    p = Math.fma(p, square, 0x1.e1e14ec4e4c39p-5);
    p = Math.fma(p, square, -0x1.11110a746070dp-4);
    p = Math.fma(p, square, 0x1.3b13b0ce8aff4p-4);
    p = Math.fma(p, square, -0x1.745d17412271bp-4);
    p = Math.fma(p, square, 0x1.c71c71c6fc8c9p-4);
    p = Math.fma(p, square, -0x1.24924924920f5p-3);
    p = Math.fma(p, square, 0x1.9999999999994p-3);
    p = Math.fma(p, square, -0x1.5555555555555p-2);
    double rest = Math.fma(p * square, quotient, quotientLo);
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
    double q = 0x1.f74bdb0d4b5bep-6;
    q = Math.fma(q, z, -0x1.898d77b6dddb2p-6);
    q = Math.fma(q, z, 0x1.7184808eff5eep-6);
    q = Math.fma(q, z, 0x1.8f5a75293b096p-12);
    q = Math.fma(q, z, 0x1.2031dbbbbad45p-7);
    q = Math.fma(q, z, 0x1.0a9849ba5937fp-7);
    q = Math.fma(q, z, 0x1.40e38d543d8d2p-7);
    q = Math.fma(q, z, 0x1.7a70c2a695fep-7);
    q = Math.fma(q, z, 0x1.c99afe79266f3p-7);
    q = Math.fma(q, z, 0x1.1c4ebd7735bf2p-6);
    q = Math.fma(q, z, 0x1.6e8ba31c9dc09p-6);
    q = Math.fma(q, z, 0x1.f1c71c70ee54ap-6);
    q = Math.fma(q, z, 0x1.6db6db6db7c7fp-5);
    q = Math.fma(q, z, 0x1.333333333332dp-4);
    q = Math.fma(q, z, 0x1.5555555555555p-3);
    return q;
  }

  /** What the square root s of z lacks, to first order. */
  private static double rootError(double z, double s) {
    double error = Math.fma(-s, s, z) / (s + s);
    return s == 0x0.0p0 ? 0x0.0p0 : error;
  }
}

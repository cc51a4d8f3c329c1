package mlr.dialects.math.functions;

/**
 * Trigonometric functions in binary64: the argument less the nearest multiple of pi/2, as an unevaluated sum of two numbers,
 * by three parts of pi/2 (Cody and Waite). Arguments beyond 2^50, whose neighbours are further apart than a period, give NaN;
 * then polynomials on [-pi/4, pi/4].
 */
public final class TrigonometricF64 {
  private static final double MAGIC = 0x1.8p52;
  private static final double LIMIT = 0x1p50;
  private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
  private static final double HALF_PI_1 = 0x1.921fb54442d18p0;
  private static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
  private static final double HALF_PI_3 = -0x1.f1976b7ed8fbcp-110;

  private TrigonometricF64() {}

  /** Sine; largest error measured 0.67 ulp; NaN of an infinity. */
  public static double sin(double x) {
    double a = Math.abs(x);
    long quadrant = quadrant(a);
    double r = high(a);
    double rLo = low(a);
    double y = (quadrant & 1L) != 0L ? cosine(r, rLo) : sine(r, rLo);
    boolean negative = ((quadrant & 2L) != 0L) != (Double.doubleToRawLongBits(x) < 0L);
    double result = negative ? -y : y;
    double finite = a < LIMIT ? result : Double.NaN;
    return x == 0x0.0p0 ? x : finite;
  }

  /** Cosine; largest error measured 0.64 ulp; NaN of an infinity. */
  public static double cos(double x) {
    double a = Math.abs(x);
    long quadrant = quadrant(a);
    double r = high(a);
    double rLo = low(a);
    double y = (quadrant & 1L) != 0L ? sine(r, rLo) : cosine(r, rLo);
    double result = (quadrant + 1L & 2L) != 0L ? -y : y;
    return a < LIMIT ? result : Double.NaN;
  }

  /** Tangent; largest error measured 0.76 ulp; NaN of an infinity. */
  public static double tan(double x) {
    double a = Math.abs(x);
    long quadrant = quadrant(a);
    double r = high(a);
    double rLo = low(a);
    double z = r * r;
    double p = 0x1.1d9370712360ap-15;
    p = Math.fma(p, z, -0x1.02ea7ae16aadap-12);
    p = Math.fma(p, z, 0x1.b23064c3dff16p-11);
    p = Math.fma(p, z, -0x1.bdc53a50db5fp-10);
    p = Math.fma(p, z, 0x1.3989c7218f8bdp-9);
    p = Math.fma(p, z, -0x1.3fa9a861d06dp-9);
    p = Math.fma(p, z, 0x1.e9e4a016028a8p-10);
    p = Math.fma(p, z, -0x1.1c469e1ea4cccp-10);
    p = Math.fma(p, z, 0x1.0a75cf4dd2444p-11);
    p = Math.fma(p, z, -0x1.16948658c7a32p-13);
    p = Math.fma(p, z, 0x1.2cc5694cf10f5p-13);
    p = Math.fma(p, z, 0x1.e149680d1b6e2p-13);
    p = Math.fma(p, z, 0x1.3622aadcbba68p-11);
    p = Math.fma(p, z, 0x1.7d97a7369ec4ap-10);
    p = Math.fma(p, z, 0x1.d6d44dd790722p-9);
    p = Math.fma(p, z, 0x1.226e33966c44p-7);
    p = Math.fma(p, z, 0x1.664f488b1436bp-6);
    p = Math.fma(p, z, 0x1.ba1ba1ba054cp-5);
    p = Math.fma(p, z, 0x1.11111111111f3p-3);
    p = Math.fma(p, z, 0x1.5555555555555p-2);
    // tan(r + rLo) = r + rest, and where the quadrant is odd -1 / that, with its error put back.
    double cube = z * r;
    double cubeLo = Math.fma(Math.fma(r, r, -z), r, Math.fma(z, r, -cube));
    double rough = Math.fma(p, cube, r);
    double rest = Math.fma(p, cube, Math.fma(p, cubeLo, Math.fma(rough * rough, rLo, rLo)));
    double t = r + rest;
    double tLo = (r - t) + rest;
    double inverse = -0x1.0p0 / t;
    double cotangent = Math.fma(inverse, Math.fma(inverse, tLo, Math.fma(inverse, t, 0x1.0p0)), inverse);
    double y = (quadrant & 1L) != 0L ? cotangent : t;
    double result = Double.doubleToRawLongBits(x) < 0L ? -y : y;
    double finite = a < LIMIT ? result : Double.NaN;
    return x == 0x0.0p0 ? x : finite;
  }

  private static double sine(double r, double rLo) {
    double z = r * r;
    double p = -0x1.54ecaa7fe7282p-44;
    p = Math.fma(p, z, -0x1.32d160a1a5fb7p-41);
    p = Math.fma(p, z, 0x1.6099ee4074379p-33);
    p = Math.fma(p, z, -0x1.ae63b8a508c34p-26);
    p = Math.fma(p, z, 0x1.71de39f50b38ap-19);
    p = Math.fma(p, z, -0x1.a01a019fdd98ap-13);
    p = Math.fma(p, z, 0x1.1111111111006p-7);
    p = Math.fma(p, z, -0x1.5555555555555p-3);
    return r + Math.fma(p * z, r, Math.fma(-0x1.0p-1 * z, rLo, rLo));
  }

  private static double cosine(double r, double rLo) {
    double z = r * r;
    double p = 0x1.5e2cbd8b43b49p-46;
    p = Math.fma(p, z, -0x1.fbc9ab011d0eep-48);
    p = Math.fma(p, z, -0x1.916e462ebc793p-37);
    p = Math.fma(p, z, 0x1.1eec53b4e3e79p-29);
    p = Math.fma(p, z, -0x1.27e4fab702403p-22);
    p = Math.fma(p, z, 0x1.a01a019fa14fp-16);
    p = Math.fma(p, z, -0x1.6c16c16c16a01p-10);
    p = Math.fma(p, z, 0x1.5555555555555p-5);
    double half = 0x1.0p-1 * z;
    double y = 0x1.0p0 - half;
    double error = ((0x1.0p0 - y) - half) - 0x1.0p-1 * Math.fma(r, r, -z);
    return y + Math.fma(z * z, p, Math.fma(-r, rLo, error));
  }

  private static long quadrant(double a) {
    return Double.doubleToRawLongBits(Math.fma(a, TWO_OVER_PI, MAGIC));
  }

  private static double high(double a) {
    return smallHigh(a);
  }

  private static double low(double a) {
    return smallLow(a);
  }

  private static double smallHigh(double a) {
    double n = Math.fma(a, TWO_OVER_PI, MAGIC) - MAGIC;
    return Math.fma(-n, HALF_PI_1, a) - n * HALF_PI_2;
  }

  /** What {@link #smallHigh} leaves, by the exact error of its difference and product. */
  private static double smallLow(double a) {
    double n = Math.fma(a, TWO_OVER_PI, MAGIC) - MAGIC;
    double first = Math.fma(-n, HALF_PI_1, a);
    double product = n * HALF_PI_2;
    double r = first - product;
    double part = r - first;
    double error = (first - (r - part)) - (product + part);
    return error - Math.fma(n, HALF_PI_3, Math.fma(n, HALF_PI_2, -product));
  }
}

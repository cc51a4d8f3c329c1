package mlr.dialects.math.functions;

/**
 * Trigonometric functions in binary64: the argument less the nearest multiple of pi/2, as an unevaluated sum of two numbers,
 * by three parts of pi/2 (Cody and Waite). Arguments beyond 2^50, whose neighbours are further apart than a period, give NaN; then polynomials on [-pi/4, pi/4].
 */
public final class TrigonometricF64 {
  private static final double MAGIC = 0x1.8p52;
  private static final double LIMIT = 0x1p50;
  private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
  private static final double HALF_PI_1 = 0x1.921fb54442d18p0;
  private static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
  private static final double HALF_PI_3 = -0x1.f1976b7ed8fbcp-110;

  private TrigonometricF64() {}

  /** Sine; error below 2 ulp; NaN of an infinity. */
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

  /** Cosine; error below 2 ulp; NaN of an infinity. */
  public static double cos(double x) {
    double a = Math.abs(x);
    long quadrant = quadrant(a);
    double r = high(a);
    double rLo = low(a);
    double y = (quadrant & 1L) != 0L ? sine(r, rLo) : cosine(r, rLo);
    double result = (quadrant + 1L & 2L) != 0L ? -y : y;
    return a < LIMIT ? result : Double.NaN;
  }

  /** Tangent; error below 2 ulp; NaN of an infinity. */
  public static double tan(double x) {
    double a = Math.abs(x);
    long quadrant = quadrant(a);
    double r = high(a);
    double rLo = low(a);
    double z = r * r;
    double p = 0x1.12b6732c76accp-22;
    p = Math.fma(p, z, -0x1.299bb020ae4f7p-20);
    p = Math.fma(p, z, 0x1.6f62349167c24p-19);
    p = Math.fma(p, z, -0x1.ff25e6e44e388p-19);
    p = Math.fma(p, z, 0x1.3463697f87539p-18);
    p = Math.fma(p, z, -0x1.201a713c3be56p-19);
    p = Math.fma(p, z, 0x1.2cbe8a25f123dp-18);
    p = Math.fma(p, z, 0x1.78f1235b97143p-18);
    p = Math.fma(p, z, 0x1.0febbb9035dc2p-16);
    p = Math.fma(p, z, 0x1.48d769ca50effp-15);
    p = Math.fma(p, z, 0x1.968f3c6caf51fp-14);
    p = Math.fma(p, z, 0x1.f57c1e519bf46p-13);
    p = Math.fma(p, z, 0x1.35582ea63981bp-11);
    p = Math.fma(p, z, 0x1.7da363e32c288p-10);
    p = Math.fma(p, z, 0x1.d6d3d0e4b53bp-9);
    p = Math.fma(p, z, 0x1.226e355e63814p-7);
    p = Math.fma(p, z, 0x1.664f4882c12abp-6);
    p = Math.fma(p, z, 0x1.ba1ba1ba1ba19p-5);
    p = Math.fma(p, z, 0x1.1111111111111p-3);
    p = Math.fma(p, z, 0x1.5555555555555p-2);
    // tan(r + rLo) = r + rest, and where the quadrant is odd -1 / that, with its error put back.
    double rest = Math.fma(p * z, r, Math.fma(z, rLo, rLo));
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
    double p = 0x1.91f697c3a67acp-49;
    p = Math.fma(p, z, -0x1.ae7bb352df6ep-41);
    p = Math.fma(p, z, 0x1.61245f30d6ffdp-33);
    p = Math.fma(p, z, -0x1.ae64567e07cedp-26);
    p = Math.fma(p, z, 0x1.71de3a556c002p-19);
    p = Math.fma(p, z, -0x1.a01a01a01a018p-13);
    p = Math.fma(p, z, 0x1.1111111111111p-7);
    p = Math.fma(p, z, -0x1.5555555555555p-3);
    return r + Math.fma(p * z, r, Math.fma(-0x1.0p-1 * z, rLo, rLo));
  }

  private static double cosine(double r, double rLo) {
    double z = r * r;
    double p = -0x1.6595cc07a8b27p-53;
    p = Math.fma(p, z, 0x1.ae7c68697e77p-45);
    p = Math.fma(p, z, -0x1.939748ea76c7fp-37);
    p = Math.fma(p, z, 0x1.1eed8eff0876fp-29);
    p = Math.fma(p, z, -0x1.27e4fb7789c7bp-22);
    p = Math.fma(p, z, 0x1.a01a01a01a019p-16);
    p = Math.fma(p, z, -0x1.6c16c16c16c17p-10);
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

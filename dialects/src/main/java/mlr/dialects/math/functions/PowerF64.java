package mlr.dialects.math.functions;

/**
 * Powers in binary64: x^y = e^(y log x) with the logarithm as an unevaluated sum of two numbers, from 2 atanh((m - 1)/(m + 1)).
 * Special cases as in C (ISO/IEC 9899, annex F).
 */
public final class PowerF64 {
  private static final double LN2_HI = 0x1.62e42fefa4p-1;
  private static final double LN2_LO = -0x1.8432a1b0e2634p-43;
  private static final double THIRD_HI = 0x1.5555555555555p-2;
  private static final double THIRD_LO = 0x1.5555555555555p-56;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private PowerF64() {}

  /** x^y; largest error measured 0.87 ulp. */
  public static double pow(double x, double y) {
    double a = Math.abs(x);
    double normal = a < Double.MIN_NORMAL ? a * 0x1p52 : a;
    long e = Double.doubleToRawLongBits(normal) - Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1) & 0xfff0000000000000L;
    double d = Double.longBitsToDouble(Double.doubleToRawLongBits(normal) - e) - 0x1.0p0;
    double whole = (double) (e >> 52);
    double k = a < Double.MIN_NORMAL ? whole - 0x1.ap5 : whole;
    // q + qLo = d / (2 + d)
    double inverse = 0x1.0p0 / (0x1.0p1 + d);
    double q = inverse * d;
    double qLo = inverse * Math.fma(q, -d, Math.fma(q, -0x1.0p1, d));
    // s + sLo = q^2, c + cLo = q^3
    double s = q * q;
    double sLo = Math.fma(q, qLo + qLo, Math.fma(q, q, -s));
    double c = s * q;
    double cLo = Math.fma(s, qLo, Math.fma(sLo, q, Math.fma(s, q, -c)));
    double u = -0x1.17c5b50d97ef2p3;
    u = Math.fma(u, s, 0x1.488fa6fcb84bfp0);
    u = Math.fma(u, s, -0x1.507a8f5bce363p-6);
    u = Math.fma(u, s, 0x1.f549db197222ep-5);
    u = Math.fma(u, s, 0x1.10e14662c7498p-4);
    u = Math.fma(u, s, 0x1.3b143f7f6dc39p-4);
    u = Math.fma(u, s, 0x1.745d164d0e783p-4);
    u = Math.fma(u, s, 0x1.c71c71c8080abp-4);
    u = Math.fma(u, s, 0x1.2492492492167p-3);
    u = Math.fma(u, s, 0x1.999999999999ap-3);
    // atanh(q) = q + q^3/3 + q^5 u = h + hLo
    double cube = c * THIRD_HI;
    double cubeLo = Math.fma(c, THIRD_HI, -cube) + Math.fma(c, THIRD_LO, cLo * THIRD_HI);
    double h = q + cube;
    double hLo = ((q - h) + cube) + (cubeLo + Math.fma(c * s, u, qLo));
    // log a = k log 2 + 2 (h + hLo)
    double base = k * LN2_HI;
    double log = base + (h + h);
    double logLo = ((base - log) + (h + h)) + Math.fma(k, LN2_LO, hLo + hLo);
    double product = y * log;
    double productLo = Math.fma(y, logLo, Math.fma(y, log, -product));
    double sum = product + productLo;
    double power = ExponentialF64.ofSum(sum, (product - sum) + productLo);
    double beyond = product > 0x0.0p0 ? INFINITY : 0x0.0p0;
    double inRange = Math.abs(product) < 800.0 ? power : beyond;
    // Zero and infinity as base, infinity as exponent: the limit.
    boolean grows = (a > 0x1.0p0) == (y > 0x0.0p0);
    boolean limit = a == 0x0.0p0 || a == INFINITY || Math.abs(y) == INFINITY;
    double magnitude = limit ? (grows ? INFINITY : 0x0.0p0) : inRange;
    // Whether y is an odd integer shows in the last bit of |y| + 2^52.
    double size = Math.abs(y);
    double shifted = size < 0x1p52 ? size + 0x1p52 : size;
    boolean integer = size >= 0x1p52 || shifted - 0x1p52 == size;
    boolean odd = integer && size < 0x1p53 && (Double.doubleToRawLongBits(shifted) & 1L) != 0L;
    boolean negative = Double.doubleToRawLongBits(x) < 0L;
    double signed = negative && odd ? -magnitude : magnitude;
    double real = x < 0x0.0p0 && a < INFINITY && !integer ? Double.NaN : signed;
    double ordered = x == x && y == y ? real : Double.NaN;
    boolean one = x == 0x1.0p0 || y == 0x0.0p0 || a == 0x1.0p0 && size == INFINITY;
    return one ? 0x1.0p0 : ordered;
  }
}

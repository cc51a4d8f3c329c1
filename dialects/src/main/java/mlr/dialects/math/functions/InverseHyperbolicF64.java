package mlr.dialects.math.functions;

import mlr.dialects.elementwise.FloatKernels;

/**
 * Inverse hyperbolic functions in binary64: logarithms of one more than an unevaluated sum of two numbers, so that neither the roots nor the
 * quotients in it cost precision.
 */
public final class InverseHyperbolicF64 {
  /** From here on, asinh x and acosh x are log 2x. */
  private static final double LARGE = 0x1p54;

  private InverseHyperbolicF64() {}

  /** Inverse hyperbolic sine; largest error measured 0.62 ulp. */
  public static double asinh(double x) {
    double a = Math.abs(x);
    boolean large = a > LARGE;
    double b = large ? 0x1.0p0 : a;
    // q + qLo = 1 + b^2
    double p = b * b;
    double pLo = Math.fma(b, b, -p);
    double q = p + 0x1.0p0;
    double part = q - p;
    double qLo = (p - (q - part)) + (0x1.0p0 - part) + pLo;
    double root = FloatKernels.squareRoot(q);
    double rootLo = (Math.fma(-root, root, q) + qLo) / (root + root);
    // w + wLo = b^2 / (1 + root)
    double d = root + 0x1.0p0;
    double dLo = ((root - d) + 0x1.0p0) + rootLo;
    double w = p / d;
    double wLo = (Math.fma(-w, d, p) + Math.fma(-w, dLo, pLo)) / d;
    double u = b + w;
    double uLo = ((b - u) + w) + wLo;
    double magnitude = LogarithmF64.log1pOfSum(large ? a : u, large ? 0x0.0p0 : uLo, large ? 0x1.0p0 : 0x0.0p0);
    double signed = x < 0x0.0p0 ? -magnitude : magnitude;
    return x == 0x0.0p0 ? x : signed;
  }

  /** Inverse hyperbolic cosine; largest error measured 0.72 ulp. */
  public static double acosh(double x) {
    boolean large = x > LARGE;
    double b = large ? 0x1.0p0 : x;
    // t + tLo = b - 1, s + sLo = b + 1
    double t = b - 0x1.0p0;
    double tLo = (b - t) - 0x1.0p0;
    double s = b + 0x1.0p0;
    double sLo = (b - s) + 0x1.0p0;
    double p = t * s;
    double pLo = Math.fma(t, s, -p) + Math.fma(t, sLo, tLo * s);
    double root = FloatKernels.squareRoot(p);
    double rootLo = (Math.fma(-root, root, p) + pLo) / (root + root);
    double u = root + t;
    double uLo = ((root - u) + t) + (rootLo + tLo);
    double magnitude = LogarithmF64.log1pOfSum(large ? x : u, large ? 0x0.0p0 : uLo, large ? 0x1.0p0 : 0x0.0p0);
    double inside = x == 0x1.0p0 ? 0x0.0p0 : magnitude;
    return x >= 0x1.0p0 ? inside : Double.NaN;
  }

  /** Inverse hyperbolic tangent; largest error measured 0.78 ulp. */
  public static double atanh(double x) {
    double a = Math.abs(x);
    // q + qLo = 2a / (1 - a)
    double n = a + a;
    double d = 0x1.0p0 - a;
    double dLo = (0x1.0p0 - d) - a;
    double q = n / d;
    double qLo = Math.fma(-q, dLo, Math.fma(-q, d, n)) / d;
    double magnitude = 0x1.0p-1 * LogarithmF64.log1pOfSum(q, qLo, 0x0.0p0);
    double signed = x < 0x0.0p0 ? -magnitude : magnitude;
    return x == 0x0.0p0 ? x : signed;
  }
}

package mlr.dialects.math.functions;

import mlr.dialects.elementwise.FloatKernels;

/**
 * Inverse hyperbolic functions in binary32: logarithms of one more than an unevaluated sum of two numbers, so that neither the roots nor the
 * quotients in it cost precision.
 */
public final class InverseHyperbolicF32 {
  /** From here on, asinh x and acosh x are log 2x. */
  private static final float LARGE = 0x1p25f;

  private InverseHyperbolicF32() {}

  /** Inverse hyperbolic sine; largest error measured 0.86 ulp. */
  public static float asinh(float x) {
    float a = Math.abs(x);
    boolean large = a > LARGE;
    float b = large ? 0x1.0p0f : a;
    // q + qLo = 1 + b^2
    float p = b * b;
    float pLo = Math.fma(b, b, -p);
    float q = p + 0x1.0p0f;
    float part = q - p;
    float qLo = (p - (q - part)) + (0x1.0p0f - part) + pLo;
    float root = FloatKernels.squareRoot(q);
    float rootLo = (Math.fma(-root, root, q) + qLo) / (root + root);
    // w + wLo = b^2 / (1 + root)
    float d = root + 0x1.0p0f;
    float dLo = ((root - d) + 0x1.0p0f) + rootLo;
    float w = p / d;
    float wLo = (Math.fma(-w, d, p) + Math.fma(-w, dLo, pLo)) / d;
    float u = b + w;
    float uLo = ((b - u) + w) + wLo;
    float magnitude = LogarithmF32.log1pOfSum(large ? a : u, large ? 0x0.0p0f : uLo, large ? 0x1.0p0f : 0x0.0p0f);
    float signed = x < 0x0.0p0f ? -magnitude : magnitude;
    return x == 0x0.0p0f ? x : signed;
  }

  /** Inverse hyperbolic cosine; largest error measured 0.87 ulp. */
  public static float acosh(float x) {
    boolean large = x > LARGE;
    float b = large ? 0x1.0p0f : x;
    // t + tLo = b - 1, s + sLo = b + 1
    float t = b - 0x1.0p0f;
    float tLo = (b - t) - 0x1.0p0f;
    float s = b + 0x1.0p0f;
    float sLo = (b - s) + 0x1.0p0f;
    float p = t * s;
    float pLo = Math.fma(t, s, -p) + Math.fma(t, sLo, tLo * s);
    float root = FloatKernels.squareRoot(p);
    float rootLo = (Math.fma(-root, root, p) + pLo) / (root + root);
    float u = root + t;
    float uLo = ((root - u) + t) + (rootLo + tLo);
    float magnitude = LogarithmF32.log1pOfSum(large ? x : u, large ? 0x0.0p0f : uLo, large ? 0x1.0p0f : 0x0.0p0f);
    float inside = x == 0x1.0p0f ? 0x0.0p0f : magnitude;
    return x >= 0x1.0p0f ? inside : Float.NaN;
  }

  /** Inverse hyperbolic tangent; largest error measured 0.91 ulp. */
  public static float atanh(float x) {
    float a = Math.abs(x);
    // q + qLo = 2a / (1 - a)
    float n = a + a;
    float d = 0x1.0p0f - a;
    float dLo = (0x1.0p0f - d) - a;
    float q = n / d;
    float qLo = Math.fma(-q, dLo, Math.fma(-q, d, n)) / d;
    float magnitude = 0x1.0p-1f * LogarithmF32.log1pOfSum(q, qLo, 0x0.0p0f);
    float signed = x < 0x0.0p0f ? -magnitude : magnitude;
    return x == 0x0.0p0f ? x : signed;
  }
}

package mlr.dialects.math.functions;

/** The error function in binary32: an odd polynomial up to 1, above it 1 - e^-p with a polynomial p for the logarithm of the complement. */
public final class ErrorFunctionF32 {
  private ErrorFunctionF32() {}

  /** The error function, 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x; error below 1 ulp. */
  public static float erf(float x) {
    float a = Math.abs(x);
    float z = a * a;
    float p = -0x1.445f48p-17f;
    p = Math.fma(p, z, 0x1.d8875p-14f);
    p = Math.fma(p, z, -0x1.bccf66p-11f);
    p = Math.fma(p, z, 0x1.562a6p-8f);
    p = Math.fma(p, z, -0x1.b829c8p-6f);
    p = Math.fma(p, z, 0x1.ce2f08p-4f);
    p = Math.fma(p, z, -0x1.812746p-2f);
    p = Math.fma(p, z, 0x1.06eba8p-3f);
    float small = Math.fma(p, a, a);
    float t = a > 4.0f ? 4.0f : a;
    float q = 0x1.448118p-24f;
    q = Math.fma(q, t, -0x1.bcf8a6p-19f);
    q = Math.fma(q, t, 0x1.050628p-14f);
    q = Math.fma(q, t, -0x1.67602cp-11f);
    q = Math.fma(q, t, 0x1.4bd82ap-8f);
    q = Math.fma(q, t, -0x1.bbf19p-6f);
    q = Math.fma(q, t, 0x1.c6dc28p-4f);
    q = Math.fma(q, t, 0x1.430cfp-1f);
    q = Math.fma(q, t, 0x1.2173bep0f);
    q = Math.fma(q, t, -0x1.b3dab8p-12f);
    float large = 0x1.0p0f - ExponentialF32.exp(-q);
    float magnitude = a < 0x1.0p0f ? small : large;
    return ExponentialF32.withSign(magnitude, x);
  }
}

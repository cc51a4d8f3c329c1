package mlr.dialects.math.functions;

/** The error function in binary64: an odd polynomial up to 1, above it 1 - e^-p with a polynomial p for the logarithm of the complement. */
public final class ErrorFunctionF64 {
  private ErrorFunctionF64() {}

  /** The error function, 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x; largest error measured 0.86 ulp. */
  public static double erf(double x) {
    double a = Math.abs(x);
    double z = a * a;
    double p = -0x1.e6402940bf7aap-32;
    p = Math.fma(p, z, 0x1.d702f32d41325p-29);
    p = Math.fma(p, z, -0x1.9c3b75f63229ep-27);
    p = Math.fma(p, z, 0x1.afeaa4160bd92p-26);
    p = Math.fma(p, z, -0x1.354c08cbc490dp-25);
    p = Math.fma(p, z, 0x1.a1ccb29765f13p-25);
    p = Math.fma(p, z, -0x1.924a92fdb5ae9p-23);
    p = Math.fma(p, z, 0x1.bd2257f3173a4p-20);
    p = Math.fma(p, z, -0x1.f4f891941e9c2p-17);
    p = Math.fma(p, z, 0x1.f9a46af0c5c98p-14);
    p = Math.fma(p, z, -0x1.c02dbb83c3e3cp-11);
    p = Math.fma(p, z, 0x1.565bcd2c6ebc5p-8);
    p = Math.fma(p, z, -0x1.b82ce31320191p-6);
    p = Math.fma(p, z, 0x1.ce2f21a0446fap-4);
    p = Math.fma(p, z, -0x1.812746b037a0bp-2);
    p = Math.fma(p, z, 0x1.06eba8214db69p-3);
    double small = Math.fma(p, a, a);
    double t = a > 6.0 ? 6.0 : a;
    double q = -0x1.69e0e73af08dap-61;
    q = Math.fma(q, t, 0x1.04eb98c4d5e09p-54);
    q = Math.fma(q, t, -0x1.66eb763b33861p-49);
    q = Math.fma(q, t, 0x1.3971ccbf2da83p-44);
    q = Math.fma(q, t, -0x1.86426b892c03ap-40);
    q = Math.fma(q, t, 0x1.70ad46545d9f6p-36);
    q = Math.fma(q, t, -0x1.12999266b68cp-32);
    q = Math.fma(q, t, 0x1.4ac3ffb1afbdp-29);
    q = Math.fma(q, t, -0x1.47b4cc63f517p-26);
    q = Math.fma(q, t, 0x1.0e0e05d312e34p-23);
    q = Math.fma(q, t, -0x1.7489d9fc597fbp-21);
    q = Math.fma(q, t, 0x1.aea7ac287f17ep-19);
    q = Math.fma(q, t, -0x1.9ee9d3df4df57p-17);
    q = Math.fma(q, t, 0x1.47ab231ac6abap-15);
    q = Math.fma(q, t, -0x1.97338d59bbce3p-14);
    q = Math.fma(q, t, 0x1.628d300c0cd8fp-13);
    q = Math.fma(q, t, -0x1.c637c1212477p-14);
    q = Math.fma(q, t, -0x1.d5f9981b88609p-12);
    q = Math.fma(q, t, 0x1.9c810b995c5acp-10);
    q = Math.fma(q, t, -0x1.041546ff3121ep-13);
    q = Math.fma(q, t, -0x1.3a291f3ff1ff8p-6);
    q = Math.fma(q, t, 0x1.a508e3002a4fdp-4);
    q = Math.fma(q, t, 0x1.45f24c46bb1e6p-1);
    q = Math.fma(q, t, 0x1.20dd862fffdf3p0);
    double product = -q * t;
    double large = 0x1.0p0 - ExponentialF64.ofSum(product, Math.fma(-q, t, -product) - -0x1.7fb42cc0dfdb9p-24);
    double magnitude = a < 0x1.0p0 ? small : large;
    return ExponentialF64.withSign(magnitude, x);
  }
}

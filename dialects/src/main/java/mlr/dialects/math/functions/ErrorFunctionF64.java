package mlr.dialects.math.functions;

/** The error function in binary64: an odd polynomial up to 1, above it 1 - e^-p with a polynomial p for the logarithm of the complement. */
public final class ErrorFunctionF64 {
  private ErrorFunctionF64() {}

  /** The error function, 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x; error below 2 ulp. */
  public static double erf(double x) {
    double a = Math.abs(x);
    double z = a * a;
    double p = -0x1.3aa422cc5d833p-46;
    p = Math.fma(p, z, 0x1.cf915d8f3c685p-42);
    p = Math.fma(p, z, -0x1.d332e777f7344p-38);
    p = Math.fma(p, z, 0x1.9df7fd0b39a12p-34);
    p = Math.fma(p, z, -0x1.51cfe00be885fp-30);
    p = Math.fma(p, z, 0x1.fcc4c8ec29638p-27);
    p = Math.fma(p, z, -0x1.5f74291398641p-23);
    p = Math.fma(p, z, 0x1.b9e6c9944bd7ep-20);
    p = Math.fma(p, z, -0x1.f4d25c3b729a6p-17);
    p = Math.fma(p, z, 0x1.f9a326f9a7769p-14);
    p = Math.fma(p, z, -0x1.c02db400406a3p-11);
    p = Math.fma(p, z, 0x1.565bcd0e6a53p-8);
    p = Math.fma(p, z, -0x1.b82ce31288b51p-6);
    p = Math.fma(p, z, 0x1.ce2f21a042be2p-4);
    p = Math.fma(p, z, -0x1.812746b0379e7p-2);
    p = Math.fma(p, z, 0x1.06eba8214db69p-3);
    double small = Math.fma(p, a, a);
    double t = a > 6.0 ? 6.0 : a;
    double q = -0x1.757bf5bdfa9b2p-61;
    q = Math.fma(q, t, 0x1.0c9893219bcc9p-54);
    q = Math.fma(q, t, -0x1.708b29b8e2d47p-49);
    q = Math.fma(q, t, 0x1.410d5fd07693fp-44);
    q = Math.fma(q, t, -0x1.8ec514fe76fd5p-40);
    q = Math.fma(q, t, 0x1.77d7c0d9df563p-36);
    q = Math.fma(q, t, -0x1.17512c6f4d1cbp-32);
    q = Math.fma(q, t, 0x1.4fbe6020169fap-29);
    q = Math.fma(q, t, -0x1.4bfd5921d8fbbp-26);
    q = Math.fma(q, t, 0x1.111885203226cp-23);
    q = Math.fma(q, t, -0x1.782145d5eb306p-21);
    q = Math.fma(q, t, 0x1.b23380d583d62p-19);
    q = Math.fma(q, t, -0x1.a1d94d73408bap-17);
    q = Math.fma(q, t, 0x1.49b4edd9e514bp-15);
    q = Math.fma(q, t, -0x1.99927ce308174p-14);
    q = Math.fma(q, t, 0x1.64da5f1299514p-13);
    q = Math.fma(q, t, -0x1.cda1a5618fc96p-14);
    q = Math.fma(q, t, -0x1.d385431ecbec5p-12);
    q = Math.fma(q, t, 0x1.9bd82800415eap-10);
    q = Math.fma(q, t, -0x1.ff1d85b257326p-14);
    q = Math.fma(q, t, -0x1.3a2f27860edd9p-6);
    q = Math.fma(q, t, 0x1.a509a3701428p-4);
    q = Math.fma(q, t, 0x1.45f243da249d9p-1);
    q = Math.fma(q, t, 0x1.20dd871c4b12p0);
    q = Math.fma(q, t, -0x1.980c5875c0a06p-24);
    double large = 0x1.0p0 - ExponentialF64.exp(-q);
    double magnitude = a < 0x1.0p0 ? small : large;
    return ExponentialF64.withSign(magnitude, x);
  }
}

package mlr.dialects.math.functions;

/**
 * Trigonometric functions in binary32: the argument less the nearest multiple of pi/2, as an unevaluated sum of two numbers,
 * by three parts of pi/2 (Cody and Waite) up to 2^18 and by a window of the bits of 2/pi (Payne and Hanek) above; then polynomials on [-pi/4, pi/4].
 */
public final class TrigonometricF32 {
  private static final float MAGIC = 0x1.8p23f;
  private static final float LIMIT = 0x1p18f;
  private static final float TWO_OVER_PI = 0x1.45f306p-1f;
  private static final float HALF_PI_1 = 0x1.921fb6p0f;
  private static final float HALF_PI_2 = -0x1.777a5cp-25f;
  private static final float HALF_PI_3 = -0x1.ee59dap-50f;
  private static final long W0 = 0x00000000L;
  private static final long W1 = 0xa2f9836eL;
  private static final long W2 = 0x4e441529L;
  private static final long W3 = 0xfc2757d1L;
  private static final long W4 = 0xf534ddc0L;
  private static final long W5 = 0xdb629599L;
  private static final long W6 = 0x3c439041L;
  private static final long W7 = 0xfe5163abL;
  private static final float LARGE_HI = 0x1.921fb6p-22f;
  private static final float LARGE_LO = -0x1.777a5cp-47f;

  private TrigonometricF32() {}

  /** Sine; largest error measured 0.74 ulp; NaN of an infinity. */
  public static float sin(float x) {
    float a = Math.abs(x);
    int quadrant = quadrant(a);
    float r = high(a);
    float rLo = low(a);
    float y = (quadrant & 1) != 0 ? cosine(r, rLo) : sine(r, rLo);
    boolean negative = ((quadrant & 2) != 0) != (Float.floatToRawIntBits(x) < 0);
    float result = negative ? -y : y;
    float finite = a < Float.POSITIVE_INFINITY ? result : Float.NaN;
    return x == 0x0.0p0f ? x : finite;
  }

  /** Cosine; largest error measured 0.73 ulp; NaN of an infinity. */
  public static float cos(float x) {
    float a = Math.abs(x);
    int quadrant = quadrant(a);
    float r = high(a);
    float rLo = low(a);
    float y = (quadrant & 1) != 0 ? sine(r, rLo) : cosine(r, rLo);
    float result = (quadrant + 1 & 2) != 0 ? -y : y;
    return a < Float.POSITIVE_INFINITY ? result : Float.NaN;
  }

  /** Tangent; largest error measured 0.87 ulp; NaN of an infinity. */
  public static float tan(float x) {
    float a = Math.abs(x);
    int quadrant = quadrant(a);
    float r = high(a);
    float rLo = low(a);
    float z = r * r;
    float p = 0x1.2614eap-9f;
    p = Math.fma(p, z, -0x1.f0a4aep-11f);
    p = Math.fma(p, z, 0x1.531114p-8f);
    p = Math.fma(p, z, 0x1.112524p-7f);
    p = Math.fma(p, z, 0x1.67b106p-6f);
    p = Math.fma(p, z, 0x1.ba1222p-5f);
    p = Math.fma(p, z, 0x1.1110fep-3f);
    p = Math.fma(p, z, 0x1.555556p-2f);
    // tan(r + rLo) = r + rest, and where the quadrant is odd -1 / that, with its error put back.
    float cube = z * r;
    float cubeLo = Math.fma(Math.fma(r, r, -z), r, Math.fma(z, r, -cube));
    float rough = Math.fma(p, cube, r);
    float rest = Math.fma(p, cube, Math.fma(p, cubeLo, Math.fma(rough * rough, rLo, rLo)));
    float t = r + rest;
    float tLo = (r - t) + rest;
    float inverse = -0x1.0p0f / t;
    float cotangent = Math.fma(inverse, Math.fma(inverse, tLo, Math.fma(inverse, t, 0x1.0p0f)), inverse);
    float y = (quadrant & 1) != 0 ? cotangent : t;
    float result = Float.floatToRawIntBits(x) < 0 ? -y : y;
    float finite = a < Float.POSITIVE_INFINITY ? result : Float.NaN;
    return x == 0x0.0p0f ? x : finite;
  }

  private static float sine(float r, float rLo) {
    float z = r * r;
    float p = 0x1.7be11ep-19f;
    p = Math.fma(p, z, -0x1.a05ef6p-13f);
    p = Math.fma(p, z, 0x1.11118p-7f);
    p = Math.fma(p, z, -0x1.555556p-3f);
    return r + Math.fma(p * z, r, Math.fma(-0x1.0p-1f * z, rLo, rLo));
  }

  private static float cosine(float r, float rLo) {
    float z = r * r;
    float p = -0x1.42268ep-22f;
    p = Math.fma(p, z, 0x1.a0ae44p-16f);
    p = Math.fma(p, z, -0x1.6c17a4p-10f);
    p = Math.fma(p, z, 0x1.555556p-5f);
    float half = 0x1.0p-1f * z;
    float y = 0x1.0p0f - half;
    float error = ((0x1.0p0f - y) - half) - 0x1.0p-1f * Math.fma(r, r, -z);
    return y + Math.fma(z * z, p, Math.fma(-r, rLo, error));
  }

  private static int quadrant(float a) {
    return a < LIMIT ? Float.floatToRawIntBits(Math.fma(a, TWO_OVER_PI, MAGIC)) : (int) (quadrants(a) + 0x2000000000000000L >>> 62);
  }

  private static float high(float a) {
    return a < LIMIT ? smallHigh(a) : largeHigh(a);
  }

  private static float low(float a) {
    return a < LIMIT ? smallLow(a) : largeLow(a);
  }

  private static float smallHigh(float a) {
    float n = Math.fma(a, TWO_OVER_PI, MAGIC) - MAGIC;
    return Math.fma(-n, HALF_PI_1, a) - n * HALF_PI_2;
  }

  /** What {@link #smallHigh} leaves, by the exact error of its difference and product. */
  private static float smallLow(float a) {
    float n = Math.fma(a, TWO_OVER_PI, MAGIC) - MAGIC;
    float first = Math.fma(-n, HALF_PI_1, a);
    float product = n * HALF_PI_2;
    float r = first - product;
    float part = r - first;
    float error = (first - (r - part)) - (product + part);
    return error - Math.fma(n, HALF_PI_3, Math.fma(n, HALF_PI_2, -product));
  }

  // Payne and Hanek: the bits of 2/pi that matter for x = M 2^E are a window of 96 that starts at bit E - 1; their product with M,
  // modulo 4, has the quadrant in its upper two bits and the fraction below.
  private static long window(long position, int offset) {
    long w = position >>> 5;
    long high = offset == 0 ? (w == 0L ? W0 : w == 1L ? W1 : w == 2L ? W2 : w == 3L ? W3 : W4)
        : offset == 1 ? (w == 0L ? W1 : w == 1L ? W2 : w == 2L ? W3 : w == 3L ? W4 : W5)
        : (w == 0L ? W2 : w == 1L ? W3 : w == 2L ? W4 : w == 3L ? W5 : W6);
    long low = offset == 0 ? (w == 0L ? W1 : w == 1L ? W2 : w == 2L ? W3 : w == 3L ? W4 : W5)
        : offset == 1 ? (w == 0L ? W2 : w == 1L ? W3 : w == 2L ? W4 : w == 3L ? W5 : W6)
        : (w == 0L ? W3 : w == 1L ? W4 : w == 2L ? W5 : w == 3L ? W6 : W7);
    return (high << 32 | low) << (position & 31L) >>> 32;
  }

  /** |x| 2/pi modulo 4 in units of 2^-62, for |x| of at least 2^15. */
  private static long quadrants(float a) {
    int bits = Float.floatToRawIntBits(a);
    long mantissa = (long) (bits & 0x7fffff | 0x800000);
    long position = (long) ((bits >>> 23) - 120);
    return (mantissa * window(position, 0) << 32) + mantissa * window(position, 1) + (mantissa * window(position, 2) >>> 32);
  }

  private static long fraction(float a) {
    long product = quadrants(a);
    return product - (product + 0x2000000000000000L >> 62 << 62);
  }

  private static float largeHigh(float a) {
    long fraction = fraction(a);
    long size = fraction < 0L ? -fraction : fraction;
    float upper = (float) (int) (size >>> 40);
    float middle = (float) (int) (size >>> 16 & 0xffffffL);
    float lower = (float) (int) (size & 0xffffL);
    float t = Math.fma(lower, 0x1p-16f, middle);
    float sum = Math.fma(t, 0x1p-24f, upper);
    float y = sum * LARGE_HI;
    return fraction < 0L ? -y : y;
  }

  private static float largeLow(float a) {
    long fraction = fraction(a);
    long size = fraction < 0L ? -fraction : fraction;
    float upper = (float) (int) (size >>> 40);
    float middle = (float) (int) (size >>> 16 & 0xffffffL);
    float lower = (float) (int) (size & 0xffffL);
    float t = Math.fma(lower, 0x1p-16f, middle);
    float tLo = Math.fma(lower, 0x1p-16f, middle - t);
    float sum = Math.fma(t, 0x1p-24f, upper);
    float sumLo = Math.fma(tLo, 0x1p-24f, Math.fma(t, 0x1p-24f, upper - sum));
    float y = sum * LARGE_HI;
    float yLo = Math.fma(sum, LARGE_HI, -y) + Math.fma(sumLo, LARGE_HI, sum * LARGE_LO);
    return fraction < 0L ? -yLo : yLo;
  }
}

package mlr.validation.input;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import mlr.ir.Type;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/** Scalars as programs meet them, and as they break on them. */
final class ScalarGenerator {
  /** What to draw from. */
  enum Style {
    /** Small numbers, where programs do what they were written for. */
    ORDINARY,
    /** Numbers that the code speaks of, and near them. */
    KNOWN,
    /** Zeros, ones, extremes, infinities, NaN, denormals, and their neighbours. */
    EDGES,
    /** Any bits. */
    ANY
  }

  private static final long LARGEST_ORDINARY = 8;
  private final ConstantPool known;
  private final boolean wideIndex;

  /** @param wideIndex whether an index may be any 64-bit number; else none is far beyond the extents of small tensors */
  ScalarGenerator(ConstantPool known, boolean wideIndex) {
    this.known = known;
    this.wideIndex = wideIndex;
  }

  /** A value of an integer, index or float type. */
  Object value(Type type, Style style, RandomGenerator random) {
    return switch (type) {
      case FloatType format -> RuntimeValues.scalar(format, floatBits(format, style, random));
      case IntegerType integer -> IntegerAttr.wrap(integer, integer(integer.width(), style, random));
      case IndexType _ when !wideIndex && style != Style.ORDINARY -> random.nextLong(-1, 4 * LARGEST_ORDINARY);
      // Mostly a place or a number of iterations: negative ones are for the edges.
      case IndexType _ when style == Style.ORDINARY -> random.nextLong(LARGEST_ORDINARY);
      case IndexType _ -> integer(64, style, random);
      default -> throw new IllegalArgumentException("no scalars of type " + type);
    };
  }

  /** One of the edges of a type; as many different ones as there are come from consecutive positions. */
  Object edge(Type type, int position) {
    return switch (type) {
      case FloatType format -> RuntimeValues.scalar(format, at(floatEdges(format), position));
      case IntegerType integer -> IntegerAttr.wrap(integer, at(integerEdges(integer.width()), position));
      case IndexType _ -> wideIndex ? at(integerEdges(64), position) : Math.floorMod(position, LARGEST_ORDINARY);
      default -> throw new IllegalArgumentException("no scalars of type " + type);
    };
  }

  private static long at(long[] edges, int position) {
    return edges[Math.floorMod(position, edges.length)];
  }

  private long integer(int width, Style style, RandomGenerator random) {
    return switch (style) {
      case ORDINARY -> random.nextLong(-LARGEST_ORDINARY, LARGEST_ORDINARY + 1);
      case KNOWN -> known.integer(random);
      case ANY -> random.nextLong();
      case EDGES -> at(integerEdges(width), random.nextInt(1 << 16));
    };
  }

  private static long[] integerEdges(int width) {
    long smallest = -1L << width - 1;
    return new long[] {0, 1, -1, smallest, ~smallest, smallest + 1, ~smallest - 1, 2, -2, width - 1, width, width + 1, 1L << width / 2, 255, 256};
  }

  private long floatBits(FloatType format, Style style, RandomGenerator random) {
    return switch (style) {
      case ANY -> random.nextLong() & InputGenerator.mask(format.width());
      case ORDINARY -> RuntimeValues.bits(format, boxed(format, ordinary(random)));
      case KNOWN -> RuntimeValues.bits(format, boxed(format, known.number(random)));
      case EDGES -> at(floatEdges(format), random.nextInt(1 << 16));
    };
  }

  /** Zero, infinity, a quiet NaN, the denormals and normal numbers at the ends of their ranges, one and its neighbours; all of both signs. */
  private static long[] floatEdges(FloatType format) {
    int fraction = fractionBits(format);
    long infinity = InputGenerator.mask(format.width() - 1 - fraction) << fraction;
    long one = infinity >>> 1 & infinity;
    long sign = 1L << format.width() - 1;
    return LongStream.of(0, infinity, infinity | 1L << fraction - 1, 1, InputGenerator.mask(fraction), 1L << fraction, infinity - 1, one, one + 1, one - 1)
        .flatMap(bits -> LongStream.of(bits, bits | sign)).toArray();
  }

  /** Mostly between -4 and 4, some a half or a whole, some up to 100. */
  private static double ordinary(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> random.nextInt(-8, 9) / 2.0;
      case 2 -> random.nextDouble(-100, 100);
      default -> random.nextDouble(-4, 4);
    };
  }

  private static Object boxed(FloatType format, double value) {
    return format == FloatType.F64 ? (Object) value : (Object) (float) value;
  }

  private static int fractionBits(FloatType format) {
    return switch (format) {
      case F64 -> 52;
      case F32 -> 23;
      case F16 -> 10;
      case BF16 -> 7;
      default -> throw new IllegalArgumentException("no scalars of type " + format);
    };
  }
}

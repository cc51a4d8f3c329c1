package mlr.validation.input;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import mlr.dialects.llvm.types.PointerType;
import mlr.ir.Type;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;
import mlr.validation.input.ScalarGenerator.Style;

/** Inputs by their types. What comes out depends on the types and the random numbers alone: equal seeds give equal inputs. */
public final class InputGenerator {
  private static final long MOST_BYTES = 1 << 26;

  /** Dynamic extents are at most this. */
  static final long LARGEST_EXTENT = 8;

  private final ScalarGenerator scalars;

  public InputGenerator(ConstantPool known, boolean wideIndex) {
    scalars = new ScalarGenerator(known, wideIndex);
  }

  /** Whether values of a type can be made. */
  public static boolean supports(Type type) {
    return switch (type) {
      case RankedTensorType tensor -> tensor.hasStaticShape() && isScalar(tensor.element()) && fits(tensor);
      case VectorType vector -> isScalar(vector.element()) && !vector.scalable().contains(true) && fits(vector);
      case MemRefType memref -> isScalar(memref.element()) && isStrided(memref) && fits(memref);
      case PointerType _ -> true;
      default -> isScalar(type) || Token.standsFor(type);
    };
  }

  private static boolean fits(ShapedType type) {
    return type.elementCount() <= MOST_BYTES / Memory.byteSize(type.element());
  }

  private static boolean fits(MemRefType type) {
    var sizes = type.shape().stream().map(extent -> known(extent, LARGEST_EXTENT)).toList();
    var strides = type.layout().isEmpty() ? MemRefValue.contiguous(sizes) : MemRefValue.strides(type);
    double last = type.layout().map(layout -> known(((StridedLayoutAttr) layout).offset(), 0)).orElse(0L);
    for (int i = 0; i < type.rank(); i++) {
      last += (double) sizes.get(i) * known(strides.get(i), 2 * MemRefValue.contiguous(sizes).get(i));
    }
    return last <= MOST_BYTES / Memory.byteSize(type.element());
  }

  private static long known(long number, long otherwise) {
    return number == ShapedType.DYNAMIC ? otherwise : number;
  }

  private static boolean isStrided(MemRefType type) {
    return type.layout().map(layout -> layout instanceof StridedLayoutAttr strided && strided.strides().stream().allMatch(stride -> stride == ShapedType.DYNAMIC || stride >= 0)).orElse(true);
  }

  public static boolean isScalar(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width() >= 1 && integer.width() <= 64;
      case IndexType _ -> true;
      case FloatType format -> format == FloatType.F16 || format == FloatType.BF16 || format == FloatType.F32 || format == FloatType.F64;
      default -> false;
    };
  }

  /** A style for one value: any of them. */
  static Style style(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> Style.EDGES;
      case 2 -> Style.ANY;
      case 3, 4 -> Style.KNOWN;
      default -> Style.ORDINARY;
    };
  }

  /** A scalar, vector or tensor; elements of the last two are of one style, mixed with ordinary ones. */
  Object value(Type type, Style style, RandomGenerator random) {
    return type instanceof ShapedType shaped
        ? RuntimeValues.tensor(shaped, elements(shaped.element(), shaped.elementCount(), style, random).toArray()) : scalars.value(type, style, random);
  }

  /** A number of scalars of one type. */
  List<Object> elements(Type type, long count, Style style, RandomGenerator random) {
    return LongStream.range(0, count).mapToObj(_ -> element(type, style, random)).toList();
  }

  private Object element(Type type, Style style, RandomGenerator random) {
    return scalars.value(type, style != Style.ORDINARY && random.nextInt(4) != 0 ? Style.ORDINARY : style, random);
  }

  /** One of the edges of a scalar type; as many different ones as there are come from consecutive positions. */
  Object edge(Type type, int position) {
    return scalars.edge(type, position);
  }

  /** The lower bits of a number. */
  static long mask(int bits) {
    return bits == 64 ? -1 : (1L << bits) - 1;
  }
}

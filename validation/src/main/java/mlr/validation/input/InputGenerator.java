package mlr.validation.input;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
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
  private static final long LARGEST_EXTENT = 8;
  private static final long MOST_BYTES = 1 << 26;
  private final ScalarGenerator scalars;

  public InputGenerator(ConstantPool known, boolean wideIndex) {
    scalars = new ScalarGenerator(known, wideIndex);
  }

  /** Whether values of all these types can be made. */
  public static boolean supports(List<Type> types) {
    return types.stream().allMatch(InputGenerator::supports);
  }

  public static boolean supports(Type type) {
    return switch (type) {
      case RankedTensorType tensor -> tensor.hasStaticShape() && isScalar(tensor.element()) && fits(tensor);
      case VectorType vector -> isScalar(vector.element()) && !vector.scalable().contains(true) && fits(vector);
      case MemRefType memref -> isScalar(memref.element()) && hasSimpleLayout(memref) && (!memref.hasStaticShape() || fits(memref));
      default -> isScalar(type);
    };
  }

  private static boolean fits(ShapedType type) {
    return type.elementCount() <= MOST_BYTES / Memory.byteSize(type.element());
  }

  private static boolean hasSimpleLayout(MemRefType type) {
    return type.layout().isEmpty() || type.hasStaticShape() && type.layout().get() instanceof StridedLayoutAttr strided
        && strided.offset() != ShapedType.DYNAMIC && strided.strides().stream().allMatch(stride -> stride != ShapedType.DYNAMIC && stride >= 0);
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

  private List<Object> elements(Type type, long count, Style style, RandomGenerator random) {
    return LongStream.range(0, count).mapToObj(_ -> element(type, style, random)).toList();
  }

  private Object element(Type type, Style style, RandomGenerator random) {
    return scalars.value(type, style != Style.ORDINARY && random.nextInt(4) != 0 ? Style.ORDINARY : style, random);
  }

  /** Arguments of the given types; those of even trials go through the edges of the scalars among them. */
  public CallInputs arguments(List<Type> types, int trial, RandomGenerator random) {
    var arguments = new ArrayList<Argument>();
    var memory = new ArrayList<Allocation>();
    for (int i = 0; i < types.size(); i++) {
      var type = types.get(i);
      boolean asBefore = i > 0 && types.get(i - 1).equals(type) && isScalar(type) && random.nextInt(6) == 0;
      if (asBefore) {
        arguments.add(arguments.getLast());
      } else if (type instanceof MemRefType memref) {
        arguments.add(view(memref, trial == 0 ? Style.ORDINARY : style(random), memory, random));
      } else if (trial > 0 && trial % 2 == 0 && isScalar(type)) {
        arguments.add(new Argument.Plain(scalars.edge(type, i == 0 ? trial / 2 : random.nextInt())));
      } else {
        arguments.add(new Argument.Plain(value(type, trial == 0 ? Style.ORDINARY : style(random), random)));
      }
    }
    return new CallInputs(types, arguments, memory, random.nextLong());
  }

  private Argument view(MemRefType type, Style style, List<Allocation> memory, RandomGenerator random) {
    var sizes = new ArrayList<Long>();
    for (long extent : type.shape()) {
      sizes.add(extent == ShapedType.DYNAMIC ? random.nextLong(LARGEST_EXTENT + 1) : extent);
    }
    var strides = type.layout().isEmpty() ? MemRefValue.contiguous(sizes) : MemRefValue.strides(type);
    long offset = type.layout().map(layout -> ((StridedLayoutAttr) layout).offset()).orElse(0L);
    long end = offset + 1;
    for (int i = 0; i < sizes.size(); i++) {
      end += Math.max(0, sizes.get(i) - 1) * strides.get(i);
    }
    memory.add(new Allocation(type.element(), elements(type.element(), sizes.contains(0L) ? 0 : end, style, random)));
    return new Argument.View(type, memory.size() - 1, offset, sizes, strides);
  }
}

package mlr.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
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
import mlr.validation.ScalarGenerator.Style;

/** Runtime values of types. What comes out depends on the type and the random numbers alone: equal seeds give equal values, each with memory of its own. */
final class InputGenerator {
  private static final long LARGEST_EXTENT = 8;
  private static final long MOST_BYTES = 1 << 26;
  private final ScalarGenerator scalars;

  InputGenerator(ConstantPool known, boolean wideIndex) {
    scalars = new ScalarGenerator(known, wideIndex);
  }

  /** Whether values of all these types can be made. */
  static boolean supports(List<Type> types) {
    return types.stream().allMatch(InputGenerator::supports);
  }

  private static boolean supports(Type type) {
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

  static boolean isScalar(Type type) {
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

  /** A scalar, vector, tensor or memref; elements of the last three are of one style, mixed with ordinary ones. */
  Object value(Type type, Style style, RandomGenerator random) {
    return switch (type) {
      case MemRefType memref -> memory(memref, style, random);
      case ShapedType shaped -> {
        var elements = new Object[Math.toIntExact(shaped.elementCount())];
        for (int i = 0; i < elements.length; i++) {
          elements[i] = element(shaped.element(), style, random);
        }
        yield RuntimeValues.tensor(shaped, elements);
      }
      default -> scalars.value(type, style, random);
    };
  }

  /** Arguments of the given types; those of even trials go through the edges of the scalars among them. */
  List<Object> arguments(List<Type> types, int trial, RandomGenerator random) {
    var arguments = new ArrayList<Object>();
    for (int i = 0; i < types.size(); i++) {
      var type = types.get(i);
      boolean asBefore = i > 0 && types.get(i - 1).equals(type) && isScalar(type) && random.nextInt(6) == 0;
      if (asBefore) {
        arguments.add(arguments.getLast());
      } else if (trial > 0 && trial % 2 == 0 && isScalar(type)) {
        arguments.add(scalars.edge(type, i == 0 ? trial / 2 : random.nextInt()));
      } else {
        arguments.add(value(type, trial == 0 ? Style.ORDINARY : style(random), random));
      }
    }
    return arguments;
  }

  private Object element(Type type, Style style, RandomGenerator random) {
    return scalars.value(type, style != Style.ORDINARY && random.nextInt(4) != 0 ? Style.ORDINARY : style, random);
  }

  private MemRefValue memory(MemRefType type, Style style, RandomGenerator random) {
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
    long bytes = Memory.byteSize(type.element());
    var memory = Memory.zeroed(sizes.contains(0L) ? 0 : end * bytes);
    for (long at = 0; at < memory.size(); at += bytes) {
      memory.store(type.element(), at, element(type.element(), style, random));
    }
    return new MemRefValue(memory, offset * bytes, type, sizes, strides);
  }
}

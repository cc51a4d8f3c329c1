package mlr.validation.compare;

import java.util.Optional;
import mlr.dialects.llvm.types.PointerType;
import mlr.ir.Type;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;
import mlr.validation.input.InputGenerator;
import mlr.validation.input.Token;

/**
 * Whether what came out after a pass may stand for what came out before: the same bits, any NaN for any NaN, and anything
 * for poison.
 */
public final class Comparison {
  private Comparison() {}

  /** Two values that differ; {@code element} says where inside a tensor or memory, such as {@code [0,3]}, or is empty. */
  public record Mismatch(String element, String before, String after) {
    /** The mismatch in a message. */
    public String text() {
      return "is " + before + " before and " + after + " after";
    }
  }

  /** Whether values of a type can be compared. */
  public static boolean supports(Type type) {
    return switch (type) {
      case RankedTensorType tensor -> tensor.hasStaticShape() && InputGenerator.isScalar(tensor.element());
      case VectorType vector -> InputGenerator.isScalar(vector.element());
      case MemRefType memref -> InputGenerator.isScalar(memref.element());
      default -> InputGenerator.isScalar(type) || Token.standsFor(type) || type instanceof PointerType;
    };
  }

  /** The first difference between two values of corresponding types, those before of type {@code type}. */
  public static Optional<Mismatch> compare(Type type, Object before, Object after) {
    if (before == Poison.POISON) {
      return Optional.empty();
    }
    return switch (before) {
      case MemRefValue memory -> compareMemory(memory, after);
      // Where a pointer leads is compared, as memory; the places themselves differ from run to run.
      case PointerValue pointer when after instanceof PointerValue other -> compareAddresses(pointer, other);
      case TensorValue tensor -> compareTensors(tensor, RuntimeValues.elements(tensor.type(), after));
      default -> {
        var scalar = ShapedType.elementOrSelf(type);
        yield same(scalar, before, after) ? Optional.empty() : Optional.of(mismatch(scalar, before, after, ""));
      }
    };
  }

  private static Optional<Mismatch> compareAddresses(PointerValue before, PointerValue after) {
    return before.offset() == after.offset() && before.memory().size() == after.memory().size() ? Optional.empty()
        : Optional.of(new Mismatch("", address(before), address(after)));
  }

  private static String address(PointerValue pointer) {
    return pointer.equals(PointerValue.NULL) ? "null" : "byte " + pointer.offset() + " of " + pointer.memory().size();
  }

  private static Optional<Mismatch> compareTensors(TensorValue before, TensorValue after) {
    for (int i = 0; i < before.size(); i++) {
      var earlier = before.get(i);
      if (earlier != Poison.POISON && !same(before.type().element(), earlier, after.get(i))) {
        return Optional.of(mismatch(before.type().element(), earlier, after.get(i), ValueText.position(before.type().shape(), i)));
      }
    }
    return Optional.empty();
  }

  /** Compares what a memref shows; {@code after} may show the same window of its memory through a pointer. */
  private static Optional<Mismatch> compareMemory(MemRefValue before, Object after) {
    var later = switch (after) {
      case PointerValue pointer -> new MemRefValue(pointer.memory(), pointer.offset(), before.type(), before.sizes(), before.strides());
      case MemRefValue memref -> memref;
      default -> throw new IllegalArgumentException("no memory: " + after);
    };
    if (!before.sizes().equals(later.sizes())) {
      return Optional.of(new Mismatch("", "of extents " + before.sizes(), "of extents " + later.sizes()));
    }
    if (!before.memory().isLive()) {
      return Optional.empty();
    }
    if (!later.memory().isLive()) {
      return Optional.of(new Mismatch("", "memory", "freed"));
    }
    var element = before.type().element();
    var found = new Mismatch[1];
    before.forEachIndex((i, indices) -> {
      if (found[0] == null && before.load(indices) != Poison.POISON && !same(element, before.load(indices), later.load(indices))) {
        found[0] = mismatch(element, before.load(indices), later.load(indices), ValueText.position(before.sizes(), i));
      }
    });
    return Optional.ofNullable(found[0]);
  }

  /** Compares all of an allocation; what is poison before may be anything. */
  public static Optional<Mismatch> compareBytes(Memory before, Memory after) {
    for (long i = 0; i < Math.min(before.size(), after.size()); i++) {
      var earlier = before.load(IntegerType.I8, i);
      if (earlier != Poison.POISON && !earlier.equals(after.load(IntegerType.I8, i))) {
        return Optional.of(new Mismatch("byte " + i, ValueText.of(IntegerType.I8, earlier), ValueText.of(IntegerType.I8, after.load(IntegerType.I8, i))));
      }
    }
    return Optional.empty();
  }

  /** Compares memory that holds scalars of one type from its beginning on. */
  public static Optional<Mismatch> compareScalars(Type type, Memory before, Memory after) {
    long step = Memory.byteSize(type);
    for (long i = 0; i < Math.min(before.size(), after.size()) / step; i++) {
      var earlier = before.load(type, i * step);
      if (earlier != Poison.POISON && !same(type, earlier, after.load(type, i * step))) {
        return Optional.of(mismatch(type, earlier, after.load(type, i * step), "[" + i + "]"));
      }
    }
    return Optional.empty();
  }

  private static Mismatch mismatch(Type type, Object before, Object after, String element) {
    return new Mismatch(element, ValueText.of(type, before), ValueText.of(type, after));
  }

  private static boolean same(Type type, Object before, Object after) {
    return switch (before) {
      case Long number when after instanceof Long other -> number.equals(other) || isNarrowedIndex(type, number, other);
      case Float number when after instanceof Float other -> number.isNaN() ? other.isNaN() : bits(type, number) == bits(type, other);
      case Double number when after instanceof Double other -> number.isNaN() ? other.isNaN() : bits(type, number) == bits(type, other);
      default -> before.equals(after);
    };
  }

  private static long bits(Type type, Object value) {
    return RuntimeValues.bits(type instanceof FloatType ? type : FloatType.F64, value);
  }

  /** On a target whose pointers have 32 bits, an index keeps its lower half. */
  private static boolean isNarrowedIndex(Type type, long before, long after) {
    return type instanceof mlr.ir.types.IndexType && after == IntegerAttr.wrap(mlr.ir.types.IntegerType.I32, before);
  }
}

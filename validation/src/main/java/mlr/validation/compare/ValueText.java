package mlr.validation.compare;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.interpreter.Absent;
import mlr.ir.Type;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** Runtime values in messages: floats in shortest form with their bits, of large tensors the first elements. */
public final class ValueText {
  private static final int ELEMENTS_SHOWN = 8;

  private ValueText() {}

  public static String of(Type type, Object value) {
    return switch (value) {
      case Poison _ -> "poison";
      case Absent _ -> "absent";
      case TensorValue tensor -> elements(tensor);
      case PointerValue pointer -> pointer.equals(PointerValue.NULL) ? "null" : "a pointer to " + pointer.memory().size() + " bytes";
      case MemRefValue memory -> "memory of " + elements(memory);
      case Number number when type instanceof FloatType -> number + " (0x" + Long.toHexString(RuntimeValues.bits(type, number)) + ")";
      default -> value.toString();
    };
  }

  private static String elements(MemRefValue memory) {
    return elements(memory.toTensor(new RankedTensorType(memory.sizes(), memory.type().element(), java.util.Optional.empty())));
  }

  private static String elements(TensorValue tensor) {
    var shown = IntStream.range(0, Math.min(tensor.size(), ELEMENTS_SHOWN)).mapToObj(i -> tensor.get(i) instanceof Poison ? "poison" : tensor.get(i).toString()).collect(Collectors.joining(", "));
    return "[" + shown + (tensor.size() > ELEMENTS_SHOWN ? ", … of " + tensor.size() : "") + "]";
  }

  /** The indices of an element by its position in row-major order: {@code [0,3]}; empty for a scalar. */
  public static String position(List<Long> extents, int at) {
    if (extents.isEmpty()) {
      return "";
    }
    var indices = new String[extents.size()];
    long rest = at;
    for (int i = indices.length - 1; i >= 0; i--) {
      indices[i] = Long.toString(rest % extents.get(i));
      rest /= extents.get(i);
    }
    return "[" + String.join(",", indices) + "]";
  }

  /** A scalar of a type, a tensor by its elements' type. */
  public static String ofAny(Type type, Object value) {
    return of(ShapedType.elementOrSelf(type), value);
  }
}

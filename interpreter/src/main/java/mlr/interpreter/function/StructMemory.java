package mlr.interpreter.function;

import java.util.Arrays;
import mlr.ir.Type;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** Scalars and tensors as fields of structs in memory: tensors row-major without gaps, each element in the whole bytes of its width. */
public final class StructMemory {
  private StructMemory() {}

  /** Bytes that a value takes. */
  public static long bytes(Type type) {
    return type instanceof RankedTensorType tensor ? tensor.elementCount() * Memory.byteSize(tensor.element()) : Memory.byteSize(type);
  }

  /** The tensor at an offset as a memref. */
  public static MemRefValue window(Memory memory, long offset, Type tensor) {
    var type = (ShapedType) tensor;
    return new MemRefValue(memory, offset, MemRefType.of(type.element(), type.shape()));
  }

  /** The value at an offset; poison where any part of it is. */
  public static Object read(Memory memory, long offset, Type type) {
    return type instanceof RankedTensorType ? read(window(memory, offset, type), type) : memory.load(type, offset);
  }

  /** The elements of a memref as the tensor of the given type; poison where any is. */
  public static Object read(MemRefValue from, Type type) {
    var elements = new Object[Math.toIntExact(((ShapedType) type).elementCount())];
    from.forEachIndex((i, indices) -> elements[i] = from.load(indices));
    return Arrays.asList(elements).contains(Poison.POISON) ? Poison.POISON : RuntimeValues.tensor((ShapedType) type, elements);
  }

  /** Writes a value at an offset. */
  public static void write(Memory memory, long offset, Type type, Object value) {
    if (type instanceof RankedTensorType) {
      write(window(memory, offset, type), value);
    } else {
      memory.store(type, offset, value);
    }
  }

  /** Writes a tensor, or poison, into a memref of its extents. */
  public static void write(MemRefValue to, Object value) {
    if (value instanceof TensorValue tensor) {
      to.fromTensor(tensor);
    } else {
      to.forEachIndex((_, indices) -> to.store(value, indices));
    }
  }
}

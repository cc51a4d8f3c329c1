package mlr.validation.input;

import java.util.List;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.ir.types.MemRefType;

/** One argument of a call. Those that lead to memory name it by its number, so that two can lead to the same. */
public sealed interface Argument {
  /** The runtime value, given the memory of the call. */
  Object value(List<Memory> memory);

  /** A value without memory. */
  record Plain(Object value) implements Argument {
    @Override
    public Object value(List<Memory> memory) {
      return value;
    }
  }

  /** A memref; {@code offset} and strides are in elements. */
  record View(MemRefType type, int allocation, long offset, List<Long> sizes, List<Long> strides) implements Argument {
    @Override
    public Object value(List<Memory> memory) {
      return new MemRefValue(memory.get(allocation), offset * Memory.byteSize(type.element()), type, sizes, strides);
    }
  }

  /** A pointer. */
  record Address(int allocation, long byteOffset) implements Argument {
    @Override
    public Object value(List<Memory> memory) {
      return new PointerValue(memory.get(allocation), byteOffset);
    }
  }
}

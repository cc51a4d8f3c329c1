package mlr.validation.input;

import java.util.List;
import java.util.OptionalInt;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.ir.types.MemRefType;

/** One argument of a call. Those that lead to memory name it by its number, so that two can lead to the same. */
public sealed interface Argument {
  /** The runtime value, given all memory of the call. */
  Object value(List<Memory> all);

  /** The number of the memory that it leads to. */
  default OptionalInt allocation() {
    return switch (this) {
      case Plain _ -> OptionalInt.empty();
      case View view -> OptionalInt.of(view.memory());
      case Address address -> OptionalInt.of(address.memory());
    };
  }

  /** A value without memory. */
  record Plain(Object value) implements Argument {
    @Override
    public Object value(List<Memory> all) {
      return value;
    }
  }

  /** A memref; {@code offset} and strides are in elements. */
  record View(MemRefType type, int memory, long offset, List<Long> sizes, List<Long> strides) implements Argument {
    @Override
    public Object value(List<Memory> all) {
      return new MemRefValue(all.get(memory), offset * Memory.byteSize(type.element()), type, sizes, strides);
    }
  }

  /** A pointer. */
  record Address(int memory, long byteOffset) implements Argument {
    @Override
    public Object value(List<Memory> all) {
      return new PointerValue(all.get(memory), byteOffset);
    }
  }
}

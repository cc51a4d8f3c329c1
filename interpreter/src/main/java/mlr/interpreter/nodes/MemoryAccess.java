package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import mlr.ir.Type;
import mlr.ir.eval.Memory;
import mlr.ir.eval.Poison;
import mlr.ir.eval.PoisonResult;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.VectorType;

/** How a value of a type goes from memory to a frame slot and back. */
final class MemoryAccess {
  private MemoryAccess() {}

  /** A place in memory. */
  record At(Memory memory, long offset) {}

  /** Reads memory into one slot. */
  @FunctionalInterface
  interface Reader {
    void read(VirtualFrame frame, At at);
  }

  /** Writes one slot to memory. */
  @FunctionalInterface
  interface Writer {
    void write(VirtualFrame frame, At at);
  }

  static Reader reader(Type type, int slot) {
    Reader clean = switch (type) {
      case IntegerType _, IndexType _ -> (frame, at) -> frame.setLong(slot, at.memory().loadLong(type, at.offset()));
      case FloatType format when format == FloatType.F64 -> (frame, at) -> frame.setDouble(slot, at.memory().loadDouble(at.offset()));
      case FloatType format when format == FloatType.F32 -> (frame, at) -> frame.setFloat(slot, at.memory().loadFloat(at.offset()));
      case VectorType vector when vector.element() == FloatType.F32 -> (frame, at) -> frame.setObject(slot, lanes(vector, at));
      default -> (frame, at) -> Slots.write(frame, slot, at.memory().load(type, at.offset()));
    };
    return (frame, at) -> {
      try {
        clean.read(frame, at);
      } catch (PoisonResult _) {
        frame.setObject(slot, Poison.POISON);
      }
    };
  }

  private static Object lanes(VectorType type, At at) {
    try {
      return floats(type, at);
    } catch (PoisonResult _) {
      return at.memory().load(type, at.offset());
    }
  }

  private static TensorValue floats(VectorType type, At at) {
    var data = new float[Math.toIntExact(type.elementCount())];
    for (int i = 0; i < data.length; i++) {
      data[i] = at.memory().loadFloat(at.offset() + 4L * i);
    }
    return new TensorValue.OfFloat(type, data);
  }

  static Writer writer(Type type, int slot) {
    Writer clean = switch (type) {
      case IntegerType _, IndexType _ -> (frame, at) -> at.memory().storeLong(type, at.offset(), frame.getLong(slot));
      case FloatType format when format == FloatType.F64 -> (frame, at) -> at.memory().storeDouble(at.offset(), frame.getDouble(slot));
      case FloatType format when format == FloatType.F32 -> (frame, at) -> at.memory().storeFloat(at.offset(), frame.getFloat(slot));
      default -> (frame, at) -> at.memory().store(type, at.offset(), frame.getValue(slot));
    };
    return (frame, at) -> {
      if (Slots.isPoison(frame, slot)) {
        at.memory().store(type, at.offset(), Poison.POISON);
      } else {
        clean.write(frame, at);
      }
    };
  }
}

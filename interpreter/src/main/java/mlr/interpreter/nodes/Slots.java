package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.FrameSlotKind;
import com.oracle.truffle.api.frame.VirtualFrame;
import mlr.ir.Type;
import mlr.ir.eval.Poison;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/** How values lie in frame slots: integers and index as longs, f32, f16 and bf16 as floats, f64 as doubles, all else as objects. */
public final class Slots {
  private Slots() {}

  /** The kind of slot for values of a type. */
  public static FrameSlotKind kind(Type type) {
    return switch (type) {
      case IntegerType _, IndexType _ -> FrameSlotKind.Long;
      case FloatType format when format == FloatType.F64 -> FrameSlotKind.Double;
      case FloatType _ -> FrameSlotKind.Float;
      default -> FrameSlotKind.Object;
    };
  }

  /** Writes a boxed value. */
  static void write(VirtualFrame frame, int slot, Object value) {
    switch (value) {
      case Long number -> frame.setLong(slot, number);
      case Float number -> frame.setFloat(slot, number);
      case Double number -> frame.setDouble(slot, number);
      default -> frame.setObject(slot, value);
    }
  }

  /** Whether a slot holds poison. */
  static boolean isPoison(VirtualFrame frame, int slot) {
    return frame.isObject(slot) && frame.getObject(slot) == Poison.POISON;
  }
}

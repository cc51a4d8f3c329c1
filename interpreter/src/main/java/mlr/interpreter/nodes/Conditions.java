package mlr.interpreter.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.FrameSlotTypeException;
import com.oracle.truffle.api.frame.VirtualFrame;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;
import mlr.ir.eval.UndefinedBehavior;

/** Integers on which control or addresses depend: poison there is undefined behaviour. */
final class Conditions {
  private Conditions() {}

  static long read(VirtualFrame frame, int slot, Operation op) {
    try {
      return frame.getLong(slot);
    } catch (FrameSlotTypeException e) {
      CompilerDirectives.transferToInterpreter();
      if (Slots.isPoison(frame, slot)) {
        throw ExecutionError.undefined(op, new UndefinedBehavior("depends on a poison value"));
      }
      throw e;
    }
  }
}

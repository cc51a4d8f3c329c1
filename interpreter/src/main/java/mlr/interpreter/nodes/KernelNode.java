package mlr.interpreter.nodes;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.FrameSlotTypeException;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.Arrays;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Poison;
import mlr.ir.eval.PoisonResult;
import mlr.ir.eval.UndefinedBehavior;

/** An operation on scalars with one result by a typed kernel. A poison operand is noticed by its slot's tag and makes the result poison. */
abstract class KernelNode extends ActionNode {
  private final Operation op;
  private final int result;
  @CompilationFinal(dimensions = 1) private final int[] operands;

  /** @param slots of the operands in order, then of the result */
  KernelNode(Operation op, int... slots) {
    this.op = op;
    this.result = slots[slots.length - 1];
    this.operands = Arrays.copyOf(slots, slots.length - 1);
  }

  /** Computes the result from operands none of which is poison. */
  abstract void compute(VirtualFrame frame);

  final int operand(int index) {
    return operands[index];
  }

  final int result() {
    return result;
  }

  private Object onPoison(VirtualFrame frame) {
    try {
      return Evaluation.run(op, Arrays.stream(operands).mapToObj(frame::getValue).toArray()).orElseThrow()[0];
    } catch (UndefinedBehavior e) {
      throw ExecutionError.undefined(op, e);
    }
  }

  @Override
  public final void execute(VirtualFrame frame) {
    try {
      compute(frame);
    } catch (PoisonResult _) {
      frame.setObject(result, Poison.POISON);
    } catch (FrameSlotTypeException e) {
      CompilerDirectives.transferToInterpreter();
      for (int operand : operands) {
        if (Slots.isPoison(frame, operand)) {
          frame.setObject(result, onPoison(frame));
          return;
        }
      }
      throw e;
    } catch (UndefinedBehavior e) {
      CompilerDirectives.transferToInterpreter();
      throw ExecutionError.undefined(op, e);
    }
  }
}

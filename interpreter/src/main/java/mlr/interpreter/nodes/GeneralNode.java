package mlr.interpreter.nodes;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.function.UnaryOperator;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;
import mlr.ir.eval.UndefinedBehavior;

/** Any operation, on boxed values. */
public final class GeneralNode extends ActionNode {
  private final Operation op;
  private final UnaryOperator<Object[]> meaning;
  @CompilationFinal(dimensions = 1) private final int[] operands;
  @CompilationFinal(dimensions = 1) private final int[] results;

  /** @param meaning operand values, poison among them, to result values */
  public GeneralNode(Operation op, UnaryOperator<Object[]> meaning, int[] operands, int[] results) {
    this.op = op;
    this.meaning = meaning;
    this.operands = operands.clone();
    this.results = results.clone();
  }

  @Override
  @ExplodeLoop
  public void execute(VirtualFrame frame) {
    var arguments = new Object[operands.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = frame.getValue(operands[i]);
    }
    var values = apply(arguments);
    for (int i = 0; i < results.length; i++) {
      Slots.write(frame, results[i], values[i]);
    }
  }

  @TruffleBoundary
  private Object[] apply(Object[] arguments) {
    try {
      return meaning.apply(arguments);
    } catch (UndefinedBehavior e) {
      throw ExecutionError.undefined(op, e);
    }
  }
}

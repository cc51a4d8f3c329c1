package mlr.interpreter.nodes;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RepeatingNode;
import mlr.ir.Operation;

/** A loop as long as a computed condition holds. */
public final class WhileNode extends ActionNode {
  @Child private ActionNode enter;
  @Child private LoopNode loop;
  @Child private ActionNode leave;

  /**
   * @param enter hands the initial values to the arguments of {@code before}
   * @param before computes the condition, in slot {@code condition}
   * @param after the rest of an iteration, from taking over its arguments to handing values to those of {@code before}
   * @param leave hands the values of the condition to the results
   */
  public WhileNode(Operation conditionOp, int condition, ActionNode enter, ActionNode before, ActionNode after, ActionNode leave) {
    this.enter = enter;
    this.loop = Truffle.getRuntime().createLoopNode(new Iteration(conditionOp, condition, before, after));
    this.leave = leave;
  }

  @Override
  public void execute(VirtualFrame frame) {
    enter.execute(frame);
    loop.execute(frame);
    leave.execute(frame);
  }

  private static final class Iteration extends Node implements RepeatingNode {
    private final Operation op;
    private final int condition;
    @Child private ActionNode before;
    @Child private ActionNode after;

    Iteration(Operation op, int condition, ActionNode before, ActionNode after) {
      this.op = op;
      this.condition = condition;
      this.before = before;
      this.after = after;
    }

    @Override
    public boolean executeRepeating(VirtualFrame frame) {
      before.execute(frame);
      if (Conditions.read(frame, condition, op) == 0) {
        return false;
      }
      after.execute(frame);
      return true;
    }
  }
}

package mlr.interpreter.nodes;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RepeatingNode;
import mlr.dialects.sched.SweepOp;
import mlr.interpreter.ExecutionError;
import mlr.ir.eval.UndefinedBehavior;

/** A pass over the positions 0 to count - 1, or from there down to 0. */
public final class SweepNode extends ActionNode {
  private final SweepOp op;
  private final int count;
  private final int position;
  private final int remaining;
  @Child private ActionNode enter;
  @Child private LoopNode loop;
  @Child private ActionNode leave;

  /**
   * @param remaining a slot of this sweep's own
   * @param enter hands the initial values to the carried ones
   * @param body one step, which ends by handing on the carried values
   * @param leave hands the carried values to the results
   */
  public SweepNode(SweepOp op, int count, int position, int remaining, ActionNode enter, ActionNode body, ActionNode leave) {
    this.op = op;
    this.count = count;
    this.position = position;
    this.remaining = remaining;
    this.enter = enter;
    this.loop = Truffle.getRuntime().createLoopNode(new Step(op.isBackward(), position, remaining, body));
    this.leave = leave;
  }

  @Override
  public void execute(VirtualFrame frame) {
    long n = Conditions.read(frame, count, op);
    if (n < 0 || n > op.max()) {
      throw ExecutionError.undefined(op, new UndefinedBehavior("has the count " + n + ", which is not between 0 and " + op.max()));
    }
    frame.setLong(remaining, n);
    frame.setLong(position, op.isBackward() ? n - 1 : 0);
    enter.execute(frame);
    loop.execute(frame);
    leave.execute(frame);
  }

  private static final class Step extends Node implements RepeatingNode {
    private final boolean backward;
    private final int position;
    private final int remaining;
    @Child private ActionNode body;

    Step(boolean backward, int position, int remaining, ActionNode body) {
      this.backward = backward;
      this.position = position;
      this.remaining = remaining;
      this.body = body;
    }

    @Override
    public boolean executeRepeating(VirtualFrame frame) {
      long left = frame.getLong(remaining);
      if (left == 0) {
        return false;
      }
      body.execute(frame);
      frame.setLong(remaining, left - 1);
      frame.setLong(position, frame.getLong(position) + (backward ? -1 : 1));
      return true;
    }
  }
}

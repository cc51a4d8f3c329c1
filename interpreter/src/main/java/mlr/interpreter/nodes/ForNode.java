package mlr.interpreter.nodes;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RepeatingNode;
import mlr.dialects.elementwise.Integers;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;
import mlr.ir.eval.UndefinedBehavior;

/** A counted loop. The counter lives in the slot of the induction variable; that it leaves its type is undefined. */
public final class ForNode extends ActionNode {
  /** The slots of the bounds, the step and the induction variable. */
  public record Bounds(int lower, int upper, int step, int variable) {}

  private final Operation op;
  private final Bounds bounds;
  @Child private ActionNode enter;
  @Child private LoopNode loop;
  @Child private ActionNode leave;

  /**
   * @param enter hands the initial values to the carried ones
   * @param body one iteration, which ends by handing on the carried values
   * @param leave hands the carried values to the results
   */
  public ForNode(Operation op, Bounds bounds, ActionNode enter, ActionNode body, ActionNode leave) {
    this.op = op;
    this.bounds = bounds;
    this.enter = enter;
    this.loop = Truffle.getRuntime().createLoopNode(new Iteration(op, bounds, body));
    this.leave = leave;
  }

  @Override
  public void execute(VirtualFrame frame) {
    long step = Integers.signed(Conditions.read(frame, bounds.step(), op), Integers.width(op.operand(0).type()));
    if (step <= 0) {
      throw ExecutionError.undefined(op, new UndefinedBehavior("has the step " + step + ", which is not positive"));
    }
    frame.setLong(bounds.variable(), Conditions.read(frame, bounds.lower(), op));
    Conditions.read(frame, bounds.upper(), op);
    enter.execute(frame);
    loop.execute(frame);
    leave.execute(frame);
  }

  private static final class Iteration extends Node implements RepeatingNode {
    private final Operation op;
    private final Bounds bounds;
    private final long largest;
    @Child private ActionNode body;

    Iteration(Operation op, Bounds bounds, ActionNode body) {
      this.op = op;
      this.bounds = bounds;
      this.largest = Integers.signedMax(Integers.width(op.operand(0).type()));
      this.body = body;
    }

    @Override
    public boolean executeRepeating(VirtualFrame frame) {
      long i = frame.getLong(bounds.variable());
      if (i >= frame.getLong(bounds.upper())) {
        return false;
      }
      body.execute(frame);
      long step = frame.getLong(bounds.step());
      if (i > largest - step) {
        throw ExecutionError.undefined(op, new UndefinedBehavior("adds " + step + " to its counter " + i + ", which leaves the type"));
      }
      frame.setLong(bounds.variable(), i + step);
      return true;
    }
  }
}

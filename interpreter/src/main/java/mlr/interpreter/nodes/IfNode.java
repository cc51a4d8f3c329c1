package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.profiles.CountingConditionProfile;
import mlr.ir.Operation;

/** One of two courses of action; each ends by handing its values to the results. */
public final class IfNode extends ActionNode {
  private final Operation op;
  private final int condition;
  @Child private ActionNode whenTrue;
  @Child private ActionNode whenFalse;
  private final CountingConditionProfile profile = CountingConditionProfile.create();

  public IfNode(Operation op, int condition, ActionNode whenTrue, ActionNode whenFalse) {
    this.op = op;
    this.condition = condition;
    this.whenTrue = whenTrue;
    this.whenFalse = whenFalse;
  }

  @Override
  public void execute(VirtualFrame frame) {
    if (profile.profile(Conditions.read(frame, condition, op) != 0)) {
      whenTrue.execute(frame);
    } else {
      whenFalse.execute(frame);
    }
  }
}

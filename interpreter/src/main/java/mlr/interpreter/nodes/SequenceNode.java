package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.List;

/** Actions one after the other. */
public final class SequenceNode extends ActionNode {
  @Children private final ActionNode[] actions;

  public SequenceNode(List<ActionNode> actions) {
    this.actions = actions.toArray(ActionNode[]::new);
  }

  @Override
  @ExplodeLoop
  public void execute(VirtualFrame frame) {
    for (var action : actions) {
      action.execute(frame);
    }
  }
}

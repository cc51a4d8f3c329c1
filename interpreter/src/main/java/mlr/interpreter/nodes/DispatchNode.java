package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.util.List;

/** A body of basic blocks, run from the first until one returns. */
public final class DispatchNode extends ActionNode {
  @Children private final BasicBlock[] blocks;

  public DispatchNode(List<BasicBlock> blocks) {
    this.blocks = blocks.toArray(BasicBlock[]::new);
  }

  @Override
  public void execute(VirtualFrame frame) {
    int next = 0;
    while (next != TerminatorNode.RETURN) {
      next = blocks[next].execute(frame);
    }
  }

  /** Actions and the terminator that ends them. */
  public static final class BasicBlock extends Node {
    @Child private ActionNode actions;
    @Child private TerminatorNode end;

    public BasicBlock(ActionNode actions, TerminatorNode end) {
      this.actions = actions;
      this.end = end;
    }

    int execute(VirtualFrame frame) {
      actions.execute(frame);
      return end.execute(frame);
    }
  }
}

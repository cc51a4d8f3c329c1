package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** A value known before the program runs. */
public final class ConstantNode extends ActionNode {
  private final Object value;
  private final int result;

  public ConstantNode(Object value, int result) {
    this.value = value;
    this.result = result;
  }

  @Override
  public void execute(VirtualFrame frame) {
    Slots.write(frame, result, value);
  }
}

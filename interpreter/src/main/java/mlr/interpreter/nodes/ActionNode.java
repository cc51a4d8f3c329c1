package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

/** What one operation does: reads frame slots of its operands and writes those of its results. A slot that holds poison has the tag of an object. */
public abstract class ActionNode extends Node {
  public abstract void execute(VirtualFrame frame);
}

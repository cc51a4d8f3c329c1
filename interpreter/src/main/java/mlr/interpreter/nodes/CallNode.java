package mlr.interpreter.nodes;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.function.Supplier;

/** A call of a function of the module, found when it first runs. */
public final class CallNode extends ActionNode {
  private final Supplier<CallTarget> target;
  @CompilationFinal(dimensions = 1) private final int[] operands;
  @CompilationFinal(dimensions = 1) private final int[] results;
  @Child private DirectCallNode call;

  public CallNode(Supplier<CallTarget> target, int[] operands, int[] results) {
    this.target = target;
    this.operands = operands.clone();
    this.results = results.clone();
  }

  @Override
  @ExplodeLoop
  public void execute(VirtualFrame frame) {
    if (call == null) {
      CompilerDirectives.transferToInterpreterAndInvalidate();
      call = insert(DirectCallNode.create(target.get()));
    }
    var arguments = new Object[operands.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = frame.getValue(operands[i]);
    }
    var values = (Object[]) call.call(arguments);
    for (int i = 0; i < results.length; i++) {
      Slots.write(frame, results[i], values[i]);
    }
  }
}

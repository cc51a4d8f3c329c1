package mlr.interpreter.nodes;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.RootNode;

/** A function: boxed arguments in, an array of boxed results out. */
public final class FunctionNode extends RootNode {
  private final String name;
  @CompilationFinal(dimensions = 1) private final int[] parameters;
  @CompilationFinal(dimensions = 1) private final int[] results;
  @Child private ActionNode body;

  /** @param parameters the slots that the arguments go to, and {@code results} those where the body leaves the results */
  public FunctionNode(String name, FrameDescriptor slots, int[] parameters, int[] results, ActionNode body) {
    super(null, slots);
    this.name = name;
    this.parameters = parameters.clone();
    this.results = results.clone();
    this.body = body;
  }

  @Override
  @ExplodeLoop
  public Object execute(VirtualFrame frame) {
    var arguments = frame.getArguments();
    for (int i = 0; i < parameters.length; i++) {
      Slots.write(frame, parameters[i], arguments[i]);
    }
    body.execute(frame);
    var values = new Object[results.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = frame.getValue(results[i]);
    }
    return values;
  }

  @Override
  public String getName() {
    return name;
  }
}

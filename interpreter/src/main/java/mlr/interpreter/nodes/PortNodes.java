package mlr.interpreter.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import mlr.interpreter.Absent;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;

/** Access to the ports of a machine, whose function takes the array of inputs and the array that outputs go to. */
public final class PortNodes {
  private PortNodes() {}

  /** Reads an input that must be present. */
  public static final class Input extends ActionNode {
    private final Operation op;
    private final String name;
    private final int port;
    private final int result;

    public Input(Operation op, String name, int port, int result) {
      this.op = op;
      this.name = name;
      this.port = port;
      this.result = result;
    }

    @Override
    public void execute(VirtualFrame frame) {
      var value = ((Object[]) frame.getArguments()[0])[port];
      if (value == Absent.ABSENT) {
        CompilerDirectives.transferToInterpreter();
        throw new ExecutionError(op.location(), "input '" + name + "' is read where it is absent");
      }
      Slots.write(frame, result, value);
    }
  }

  /** Writes an output. */
  public static final class Output extends ActionNode {
    private final int port;
    private final int value;

    public Output(int port, int value) {
      this.port = port;
      this.value = value;
    }

    @Override
    public void execute(VirtualFrame frame) {
      ((Object[]) frame.getArguments()[1])[port] = frame.getValue(value);
    }
  }
}

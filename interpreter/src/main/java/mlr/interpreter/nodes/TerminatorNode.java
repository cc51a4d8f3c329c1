package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.util.function.LongToIntFunction;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;
import mlr.ir.eval.UndefinedBehavior;

/** The end of a basic block: hands values to the arguments of the block to go on with and says which one that is. */
public abstract class TerminatorNode extends Node {
  /** What {@link #execute} says when the function is left. */
  public static final int RETURN = -1;

  /** The number of the next block, or {@link #RETURN}. */
  public abstract int execute(VirtualFrame frame);

  /** Always the same next block. */
  public static final class Jump extends TerminatorNode {
    private final int target;
    @Child private ActionNode moves;

    public Jump(int target, ActionNode moves) {
      this.target = target;
      this.moves = moves;
    }

    @Override
    public int execute(VirtualFrame frame) {
      moves.execute(frame);
      return target;
    }
  }

  /** The next block depends on an integer. */
  public static final class Choice extends TerminatorNode {
    private final Operation op;
    private final int flag;
    private final LongToIntFunction choice;
    @Children private final Jump[] jumps;

    /** @param choice which of {@code jumps} a value of the integer takes */
    public Choice(Operation op, int flag, LongToIntFunction choice, Jump[] jumps) {
      this.op = op;
      this.flag = flag;
      this.choice = choice;
      this.jumps = jumps.clone();
    }

    @Override
    public int execute(VirtualFrame frame) {
      return jumps[choice.applyAsInt(Conditions.read(frame, flag, op))].execute(frame);
    }
  }

  /** Control never gets here, or the behaviour is undefined. */
  public static final class Unreachable extends TerminatorNode {
    private final Operation op;

    public Unreachable(Operation op) {
      this.op = op;
    }

    @Override
    public int execute(VirtualFrame frame) {
      throw ExecutionError.undefined(op, new UndefinedBehavior("is reached"));
    }
  }
}

package mlr.validation.run;

import com.oracle.truffle.api.nodes.ControlFlowException;

/** How much more work a run may do, in iterations, basic blocks and calls. */
public final class Fuel {
  private long left;

  /** Allows {@code amount} from here on. */
  void fill(long amount) {
    left = amount;
  }

  long left() {
    return left;
  }

  void burn(long amount) {
    left -= amount;
    if (left < 0) {
      throw new Exhausted();
    }
  }

  /** Thrown inside running code that has done enough. The calls that it leaves, thousands in a recursion, note nothing of it. */
  static final class Exhausted extends ControlFlowException {}
}

package mlr.passes.reactive;

import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.ThenOp;
import mlr.ir.Operation;

/** Which operations are equations of a node: those that stand in blocks of equations, not in the region of another equation. */
final class Equations {
  private Equations() {}

  /** Whether the regions of {@code op} hold equations. */
  static boolean areIn(Operation op) {
    return op instanceof NodeOp || op instanceof ResetOp || op instanceof SegmentOp || op instanceof ThenOp;
  }

  /** The equation that {@code op} is or belongs to. */
  static Operation around(Operation op) {
    var current = op;
    while (!areIn(current.parentOp().orElseThrow())) {
      current = current.parentOp().orElseThrow();
    }
    return current;
  }
}

package mlr.passes.reactive;

import mlr.dialects.reactive.ArrowOp;
import mlr.dialects.reactive.FbyOp;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.PreOp;
import mlr.ir.OpBuilder;
import mlr.ir.OperationState;

/** {@code c -> pre x} is {@code c fby x}: one memory instead of a memory and a flag. */
final class InitializedDelays {
  private InitializedDelays() {}

  /** Rewrites all such pairs of a node that stand in one reset scope; returns their number. */
  static long fuse(NodeOp node) {
    long fused = 0;
    for (var arrow : node.collect(ArrowOp.class)) {
      if (arrow.rest().definingOp().orElse(null) instanceof PreOp pre && pre.block().equals(arrow.block())) {
        var fby = OpBuilder.before(arrow).create(OperationState.of(FbyOp.DEFINITION, arrow.location()).operands(arrow.first(), pre.operand()).results(arrow.resultTypes()));
        arrow.replaceAllUsesWith(fby.results());
        arrow.erase();
        fused++;
      }
    }
    return fused;
  }
}

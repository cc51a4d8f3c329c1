package mlr.ir.rewrite;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.analysis.DominanceInfo;

/** What is done about regions as wholes: blocks that are out of reach go, others are passed by or merged; so do values that nothing reads, in circles. */
final class RegionSimplification {
  private RegionSimplification() {}

  /** Simplifies the regions of {@code ops}; returns whether anything changed. Operations that are erased on the way are passed over. */
  static boolean run(List<Operation> ops, RewriteListener listener) {
    boolean changed = false;
    for (var op : ops) {
      for (int i = 0; i < op.regionCount(); i++) {
        var region = op.region(i);
        changed |= region.blockCount() > 1 && DominanceInfo.hasSsaDominance(region) && simplify(region, listener);
      }
    }
    return changed | DeadCycles.erase(ops, listener);
  }

  private static boolean simplify(Region region, RewriteListener listener) {
    boolean changed = EmptyBlocks.bypass(region, listener);
    changed |= UnreachableBlocks.erase(region, listener);
    changed |= StraightBlocks.merge(region, listener);
    return changed | DeadArguments.erase(region, listener);
  }
}

package mlr.ir.rewrite;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.analysis.DominanceInfo;

/**
 * What is done about regions as wholes.
 *
 * @param merges whether blocks are passed by that only lead on, and others merged
 * @param erases whether blocks that are out of reach go, and values that nothing reads, in circles
 */
record RegionSimplification(boolean merges, boolean erases, RewriteListener listener) {
  /** Simplifies the regions of {@code ops}; returns whether anything changed. Operations that are erased on the way are passed over. */
  boolean run(List<Operation> ops) {
    boolean changed = false;
    for (var op : ops) {
      for (int i = 0; i < op.regionCount(); i++) {
        var region = op.region(i);
        changed |= region.blockCount() > 1 && DominanceInfo.hasSsaDominance(region) && simplify(region);
      }
    }
    changed |= erases && DeadCycles.erase(ops, listener);
    return changed;
  }

  private boolean simplify(Region region) {
    boolean changed = merges && StraightBlocks.merge(region, listener);
    changed |= merges && EmptyBlocks.bypass(region, listener);
    changed |= erases && UnreachableBlocks.erase(region, listener);
    changed |= erases && DeadArguments.erase(region, listener);
    return changed;
  }
}

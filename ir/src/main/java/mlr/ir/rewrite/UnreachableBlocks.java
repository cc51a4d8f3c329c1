package mlr.ir.rewrite;

import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.analysis.DominanceInfo;
import mlr.ir.analysis.DominatorTree;

/** Erases blocks that control can't reach. */
public final class UnreachableBlocks {
  private UnreachableBlocks() {}

  /** Erases them in all regions below {@code root}; returns whether there were any. */
  public static boolean erase(Operation root, RewriteListener listener) {
    boolean changed = false;
    for (var op : root.collect(Operation.class)) {
      for (var region : op.regions()) {
        changed |= region.blockCount() > 1 && DominanceInfo.hasSsaDominance(region) && erase(region, listener);
      }
    }
    return changed;
  }

  /** Erases them in one region where definitions dominate uses; returns whether there were any. */
  static boolean erase(Region region, RewriteListener listener) {
    var tree = new DominatorTree(region);
    var dead = region.blocks().stream().filter(block -> !tree.isReachable(block)).collect(Collectors.toCollection(LinkedHashSet::new));
    var operations = dead.stream().flatMap(block -> block.operations().stream()).toList();
    operations.forEach(listener::erasing);
    // Dead blocks may use one another's values in any order: all uses go before any definition does.
    operations.forEach(Operation::dropAllReferences);
    operations.forEach(Operation::erase);
    region.removeBlocks(dead);
    return !dead.isEmpty();
  }
}

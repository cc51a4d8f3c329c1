package mlr.ir.rewrite;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.analysis.DominanceInfo;
import mlr.ir.analysis.DominatorTree;

/** Erases blocks that control can't reach. */
public final class UnreachableBlocks {
  private UnreachableBlocks() {}

  /** Erases them in all regions below {@code root}; returns whether there were any. */
  public static boolean erase(Operation root, RewriteListener listener) {
    return erase(root.collect(Operation.class), listener);
  }

  /** Erases them in the regions of {@code ops}; returns whether there were any. Operations that are erased on the way are passed over. */
  static boolean erase(List<Operation> ops, RewriteListener listener) {
    boolean changed = false;
    for (var op : ops) {
      for (int i = 0; i < op.regions().size(); i++) {
        var region = op.region(i);
        changed |= region.blocks().size() > 1 && DominanceInfo.hasSsaDominance(region) && erase(region, listener);
      }
    }
    return changed;
  }

  private static boolean erase(Region region, RewriteListener listener) {
    var tree = new DominatorTree(region);
    var dead = region.blocks().stream().filter(block -> !tree.isReachable(block)).toList();
    var operations = dead.stream().flatMap(block -> block.operations().stream()).toList();
    operations.forEach(listener::erasing);
    // Dead blocks may use one another's values in any order: all uses go before any definition does.
    operations.forEach(Operation::dropAllReferences);
    operations.forEach(Operation::erase);
    List.copyOf(dead).forEach(region::removeBlock);
    return !dead.isEmpty();
  }
}

package mlr.ir.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.definition.Trait;

/**
 * Which definitions are visible where, across nested regions, as upstream's class of that name has it. In graph
 * regions, and in those of unregistered operations, order does not count. Control flow is read on the first question
 * about a region: make a new one after changing blocks or successors.
 */
public final class DominanceInfo {
  // Regions are equal only to themselves; most of these objects are made for operations with one block a region, and never hold a tree.
  private final Map<Region, DominatorTree> trees = new HashMap<>();

  /** One that has read the control flow of everything in {@code root} already. */
  public static DominanceInfo of(Operation root) {
    var info = new DominanceInfo();
    info.read(root);
    return info;
  }

  private void read(Operation op) {
    for (var region : op.regions()) {
      if (region.blocks().size() > 1) {
        tree(region);
      }
      for (var block : region.blocks()) {
        for (var inner : block) {
          if (!inner.regions().isEmpty()) {
            read(inner);
          }
        }
      }
    }
  }

  /** Whether definitions in {@code region} must come before their uses. */
  public static boolean hasSsaDominance(Region region) {
    var parent = region.parentOp();
    return parent.isEmpty() || parent.get().definition().isRegistered() && !parent.get().definition().hasTrait(Trait.GRAPH_REGION);
  }

  /** The dominator tree of a region that has a block. */
  public DominatorTree tree(Region region) {
    var tree = trees.get(region);
    if (tree == null) {
      tree = new DominatorTree(region);
      trees.put(region, tree);
    }
    return tree;
  }

  /** Whether control can reach {@code block} from the entry of its region. */
  public boolean isReachable(Block block) {
    var region = block.region();
    return region.isPresent() && (region.get().entry() == block || tree(region.get()).isReachable(block));
  }

  /** Whether {@code value} may be used by {@code user}. */
  public boolean dominates(Value value, Operation user) {
    if (value instanceof OpResult result) {
      return properlyDominates(result.owner(), user, false);
    }
    return dominates(((BlockArgument) value).owner(), user);
  }

  /** Whether {@code a} is executed before {@code b} on every path to {@code b}, or encloses it. */
  public boolean properlyDominates(Operation a, Operation b) {
    return properlyDominates(a, b, true);
  }

  private boolean dominates(Block a, Operation user) {
    var region = a.region();
    var ancestor = region.isPresent() ? user.ancestorIn(region.get()) : Optional.<Operation>empty();
    return ancestor.isPresent() && (ancestor.get().block().orElseThrow() == a || tree(region.get()).dominates(a, ancestor.get().block().get()));
  }

  /** Whether {@code a} dominates {@code b} or the block in {@code a}'s region that encloses it. */
  public boolean dominates(Block a, Block b) {
    for (Optional<Block> inner = Optional.of(b); inner.isPresent(); inner = inner.get().parentOp().flatMap(Operation::block)) {
      var block = inner.get();
      if (a == block) {
        return true;
      }
      if (a.region().isPresent() && a.region().equals(block.region())) {
        return tree(a.region().get()).dominates(a, block);
      }
    }
    return false;
  }

  private boolean properlyDominates(Operation a, Operation b, boolean enclosingCounts) {
    var around = a.parentRegion();
    if (around.isEmpty()) {
      return false;
    }
    var region = around.get();
    var ancestor = b.ancestorIn(region);
    if (ancestor.isEmpty()) {
      return false;
    }
    var inner = ancestor.get();
    if (a == inner && a != b && enclosingCounts) {
      return true;
    }
    var from = a.requireBlock();
    var to = inner.requireBlock();
    if (from == to) {
      return !hasSsaDominance(region) || a.isBeforeInBlock(inner);
    }
    return tree(region).dominates(from, to);
  }
}

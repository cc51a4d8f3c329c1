package mlr.ir.analysis;

import java.util.IdentityHashMap;
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
  private final Map<Region, DominatorTree> trees = new IdentityHashMap<>();

  /** Whether definitions in {@code region} must come before their uses. */
  public static boolean hasSsaDominance(Region region) {
    return region.parentOp().map(op -> op.definition().isRegistered() && !op.definition().hasTrait(Trait.GRAPH_REGION)).orElse(true);
  }

  /** The dominator tree of a region that has a block. */
  public DominatorTree tree(Region region) {
    return trees.computeIfAbsent(region, DominatorTree::new);
  }

  /** Whether control can reach {@code block} from the entry of its region. */
  public boolean isReachable(Block block) {
    return block.region().map(region -> region.entry() == block || tree(region).isReachable(block)).orElse(false);
  }

  /** Whether {@code value} may be used by {@code user}. */
  public boolean dominates(Value value, Operation user) {
    return switch (value) {
      case OpResult result -> properlyDominates(result.owner(), user, false);
      case BlockArgument argument -> user.block().map(block -> dominates(argument.owner(), block)).orElse(false);
    };
  }

  /** Whether {@code a} is executed before {@code b} on every path to {@code b}, or encloses it. */
  public boolean properlyDominates(Operation a, Operation b) {
    return properlyDominates(a, b, true);
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
    if (a.parentRegion().isEmpty()) {
      return false;
    }
    var region = a.parentRegion().get();
    var ancestor = ancestorIn(region, b);
    if (ancestor.isEmpty()) {
      return false;
    }
    var inner = ancestor.get();
    if (a == inner && a != b && enclosingCounts) {
      return true;
    }
    var from = a.block().orElseThrow();
    var to = inner.block().orElseThrow();
    if (from == to) {
      return !hasSsaDominance(region) || a.isBeforeInBlock(inner);
    }
    return tree(region).dominates(from, to);
  }

  /** The operation directly in {@code region} that is {@code op} or encloses it. */
  private static Optional<Operation> ancestorIn(Region region, Operation op) {
    for (var at = Optional.of(op); at.isPresent(); at = at.get().parentOp()) {
      if (at.get().parentRegion().filter(r -> r == region).isPresent()) {
        return at;
      }
    }
    return Optional.empty();
  }
}

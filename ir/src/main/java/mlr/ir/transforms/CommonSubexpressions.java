package mlr.ir.transforms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.analysis.DominanceInfo;
import mlr.ir.analysis.Effects;
import mlr.ir.definition.Effect;
import mlr.ir.definition.Trait;

/** The walk down the dominator tree, with one scope of known expressions a block, that {@link CsePass} consists of. */
final class CommonSubexpressions {
  /** Asked only where a region has several blocks. */
  private final Supplier<DominanceInfo> dominance;
  private ScopedExpressions expressions = new ScopedExpressions();
  private int eliminated;
  private boolean again;

  private CommonSubexpressions(Supplier<DominanceInfo> dominance) {
    this.dominance = dominance;
  }

  /** Merges equal operations below {@code root}; returns how many went. */
  static int eliminate(Operation root, Supplier<DominanceInfo> dominance) {
    var walk = new CommonSubexpressions(dominance);
    // In graph regions merging the operands of two operations that come first makes those equal: until nothing changes there.
    do {
      walk.again = false;
      walk.visitRegions(root);
    } while (walk.again);
    return walk.eliminated;
  }

  private void visitRegions(Operation op) {
    if (op.regions().isEmpty()) {
      return;
    }
    var outside = expressions;
    if (op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)) {
      expressions = new ScopedExpressions();
    }
    for (var region : op.regions()) {
      visit(region);
    }
    expressions = outside;
  }

  private void visit(Region region) {
    if (region.isEmpty()) {
      return;
    }
    if (region.blocks().size() == 1) {
      expressions.openScope();
      visit(region.entry());
      expressions.closeScope();
    } else if (DominanceInfo.hasSsaDominance(region)) {
      visitTree(region);
    }
  }

  /** Visits blocks in preorder of the dominator tree; a stack of its own, as such trees may be deep. */
  private void visitTree(Region region) {
    record Visit(Block block, ArrayDeque<Block> children) {}
    var tree = dominance.get().tree(region);
    var children = new IdentityHashMap<Block, List<Block>>();
    for (var block : tree.reachable()) {
      children.put(block, new ArrayList<>());
      tree.immediateDominator(block).ifPresent(parent -> children.get(parent).add(block));
    }
    var stack = new ArrayDeque<Visit>();
    for (Optional<Block> next = Optional.of(region.entry()); next.isPresent() || !stack.isEmpty(); ) {
      if (next.isPresent()) {
        expressions.openScope();
        visit(next.get());
        stack.push(new Visit(next.get(), new ArrayDeque<>(children.get(next.get()))));
      } else {
        expressions.closeScope();
        stack.pop();
      }
      next = stack.isEmpty() ? Optional.empty() : Optional.ofNullable(stack.peek().children().poll());
    }
  }

  private void visit(Block block) {
    boolean changed = false;
    // What was read since something was last written: in this block only, as between blocks anything may be.
    var reads = Optional.<ScopedExpressions>empty();
    for (var op : block) {
      if (Effects.isTriviallyDead(op)) {
        op.erase();
        eliminated++;
        changed = true;
        continue;
      }
      visitRegions(op);
      if (isMergeable(op)) {
        changed |= merge(op, expressions);
      } else if (isRead(op)) {
        reads = reads.isPresent() ? reads : Optional.of(new ScopedExpressions());
        changed |= merge(op, reads.get());
      } else if (mayWrite(op)) {
        reads = Optional.empty();
      }
    }
    again |= changed && !block.region().map(DominanceInfo::hasSsaDominance).orElse(true);
  }

  private static boolean isMergeable(Operation op) {
    return op.resultCount() > 0 && !op.definition().isTerminator() && op.successorCount() == 0 && Effects.isMemoryEffectFree(op)
        && (op.regions().isEmpty() || hasPlainRegion(op));
  }

  /** Whether there is one region of one block, whose operations run in order and keep nothing between instants. */
  private static boolean hasPlainRegion(Operation op) {
    return op.regions().size() == 1 && op.region(0).blocks().size() == 1 && DominanceInfo.hasSsaDominance(op.region(0))
        && op.collect(Operation.class).stream().noneMatch(inner -> inner.definition().hasTrait(Trait.STATEFUL) || inner.definition().hasTrait(Trait.SYMBOL));
  }

  private static boolean isRead(Operation op) {
    return op.resultCount() > 0 && op.regions().isEmpty() && !op.definition().isTerminator() && Effects.of(op).filter(Set.of(Effect.READ)::equals).isPresent();
  }

  private static boolean mayWrite(Operation op) {
    var effects = Effects.of(op);
    return effects.isEmpty() || effects.get().contains(Effect.WRITE) || effects.get().contains(Effect.FREE);
  }

  private boolean merge(Operation op, ScopedExpressions among) {
    var known = among.findOrAdd(op);
    if (known.isEmpty()) {
      return false;
    }
    op.replaceAllUsesWith(known.get().results());
    op.erase();
    eliminated++;
    return true;
  }
}

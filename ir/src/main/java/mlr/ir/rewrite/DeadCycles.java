package mlr.ir.rewrite;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.analysis.Effects;
import mlr.ir.definition.Trait;

/** Erases operations of graph regions that only use one another: a counter that nothing reads, whose delay and sum need each other. */
final class DeadCycles {
  private DeadCycles() {}

  /** Erases them in those regions of {@code ops} that are graphs; returns whether there were any. */
  static boolean erase(List<Operation> ops, RewriteListener listener) {
    boolean changed = false;
    for (var op : ops) {
      if (op.definition().hasTrait(Trait.GRAPH_REGION)) {
        for (var region : op.regions()) {
          for (var block : region.blocks()) {
            changed |= erase(block, listener);
          }
        }
      }
    }
    return changed;
  }

  private static boolean erase(Block block, RewriteListener listener) {
    var live = live(block);
    var dead = block.operations().stream().filter(op -> !live.contains(op)).toList();
    dead.forEach(listener::erasing);
    dead.forEach(Operation::dropAllReferences);
    dead.forEach(Operation::erase);
    return !dead.isEmpty();
  }

  /** What does something itself, and what that uses, directly or through others. */
  private static Set<Operation> live(Block block) {
    Set<Operation> live = Collections.newSetFromMap(new IdentityHashMap<>());
    var pending = new ArrayDeque<Operation>();
    for (var op : block) {
      if (!Effects.wouldBeDeadIfUnused(op)) {
        live.add(op);
        pending.add(op);
      }
    }
    while (!pending.isEmpty()) {
      visitUses(pending.remove(), definition -> {
        if (definition.block().filter(b -> b == block).isPresent() && live.add(definition)) {
          pending.add(definition);
        }
      });
    }
    return live;
  }

  /** Hears of the operations whose results are used by {@code op} or inside it, where that can see out. */
  private static void visitUses(Operation op, Consumer<Operation> visitor) {
    for (int i = 0; i < op.operandCount(); i++) {
      op.operand(i).definingOp().ifPresent(visitor);
    }
    if (!op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)) {
      op.regions().forEach(region -> region.blocks().forEach(block -> block.forEach(inner -> visitUses(inner, visitor))));
    }
  }
}

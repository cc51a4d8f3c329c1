package mlr.ir.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.analysis.Effects;
import mlr.ir.interfaces.BranchInterface;

/** Erases block arguments that only go round in circles, with the operations that have no effect but to compute them anew: a counter that nothing reads. */
final class DeadArguments {
  private final Region region;
  private final RewriteListener listener;
  private final Map<Block, List<Operation>> branches = new IdentityHashMap<>();
  private final Set<Operation> liveOperations = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<BlockArgument> liveArguments = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<BlockArgument> pending = new ArrayDeque<>();

  private DeadArguments(Region region, RewriteListener listener) {
    this.region = region;
    this.listener = listener;
  }

  /** Erases those of a region's blocks but the first; returns whether there were any. */
  static boolean erase(Region region, RewriteListener listener) {
    return hasInnerArguments(region) && new DeadArguments(region, listener).erase();
  }

  private static boolean hasInnerArguments(Region region) {
    for (int i = 1; i < region.blockCount(); i++) {
      if (region.block(i).argumentCount() > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean erase() {
    for (var block : region.blocks()) {
      block.last().ifPresent(last -> last.successors().stream().distinct().forEach(successor -> branches.computeIfAbsent(successor, _ -> new ArrayList<>(2)).add(last)));
    }
    for (var block : region.blocks()) {
      for (var op : block) {
        if (!Effects.wouldBeDeadIfUnused(op)) {
          mark(op);
        }
      }
    }
    while (!pending.isEmpty()) {
      markHandedOver(pending.remove());
    }
    var dead = region.blocks().stream().skip(1).flatMap(block -> block.arguments().stream()).filter(argument -> !liveArguments.contains(argument)).toList();
    if (!dead.isEmpty()) {
      eraseOperations();
      // They may be handed over to one another. From the last, as positions are those of before.
      dead.reversed().forEach(this::handOverNothing);
      dead.reversed().forEach(argument -> argument.owner().eraseArgument(argument.index()));
    }
    return !dead.isEmpty();
  }

  // What a branch hands over is needed only where the argument is.
  private void mark(Operation op) {
    if (!liveOperations.add(op)) {
      return;
    }
    if (op instanceof BranchInterface branch && op.isLastInBlock()) {
      int handed = 0;
      for (int i = 0; i < op.successorCount(); i++) {
        handed += branch.successorOperands(i).size();
      }
      op.operands(0, op.operandCount() - handed).forEach(this::mark);
    } else {
      op.operands().forEach(this::mark);
      op.successors().forEach(successor -> successor.arguments().forEach(this::mark));
    }
    op.regions().forEach(inner -> inner.blocks().forEach(block -> block.forEach(this::markInner)));
  }

  private void markInner(Operation op) {
    op.walk(inner -> inner.operands().forEach(this::mark));
  }

  private void mark(Value value) {
    switch (value) {
      case OpResult result when result.owner().parentRegion().filter(r -> r == region).isPresent() -> mark(result.owner());
      case BlockArgument argument when argument.owner().isIn(region) -> {
        if (liveArguments.add(argument)) {
          pending.add(argument);
        }
      }
      default -> { }
    }
  }

  private void markHandedOver(BlockArgument argument) {
    for (var branch : branches.getOrDefault(argument.owner(), List.of())) {
      for (int i = 0; i < branch.successorCount(); i++) {
        if (branch.successor(i) == argument.owner() && branch instanceof BranchInterface known) {
          mark(known.successorOperands(i).get(argument.index()));
        }
      }
    }
  }

  private void eraseOperations() {
    var dead = region.blocks().stream().flatMap(block -> block.operations().stream()).filter(op -> !liveOperations.contains(op)).toList();
    dead.forEach(listener::erasing);
    dead.forEach(Operation::dropAllReferences);
    // Their results are still handed over to dead arguments.
    dead.forEach(Operation::detach);
  }

  private void handOverNothing(BlockArgument argument) {
    for (var branch : branches.getOrDefault(argument.owner(), List.of())) {
      for (int i = 0; i < branch.successorCount(); i++) {
        if (branch.successor(i) == argument.owner()) {
          var operands = (BranchInterface) branch;
          var values = new ArrayList<>(operands.successorOperands(i));
          values.remove(argument.index());
          operands.setSuccessorOperands(i, values);
          listener.modified(branch);
        }
      }
    }
  }
}

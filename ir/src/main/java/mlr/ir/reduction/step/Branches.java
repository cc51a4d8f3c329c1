package mlr.ir.reduction.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.DialectRegistry;
import mlr.ir.IrMapping;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.rewrite.RewriteListener;
import mlr.ir.rewrite.UnreachableBlocks;

/**
 * Puts in the place of a branch the way out of its region, or the operations of one of its successors, and erases the blocks that
 * nothing reaches then.
 */
public record Branches(DialectRegistry registry) implements ReductionStep {
  /** A branch and one of its ends: the region's way out, or a successor, counted from 0. */
  private record Way(Operation branch, int successor) {
    static final int OUT = -1;
  }

  @Override
  public String units() {
    return "branches";
  }

  @Override
  public int count(Operation root) {
    return ways(root).size();
  }

  private static List<Way> ways(Operation root) {
    var all = new ArrayList<Way>();
    root.walkPreOrder(op -> {
      for (int i = op.successorCount() - 1; i >= 0; i--) {
        all.add(new Way(op, i));
      }
      if (op.successorCount() > 0) {
        all.add(new Way(op, Way.OUT));
      }
    });
    return all;
  }

  @Override
  public void remove(Operation root, int from, int to) {
    for (var way : List.copyOf(ways(root).subList(from, to)).reversed()) {
      if (way.branch().block().isEmpty()) {
        continue;
      }
      if (way.successor() == Way.OUT) {
        exit(way.branch()).ifPresent(exit -> leave(way.branch(), exit));
      } else {
        enter(way.branch(), way.successor());
      }
    }
    UnreachableBlocks.erase(root, RewriteListener.NONE);
  }

  /** A terminator of the region without successors. */
  private static Optional<Operation> exit(Operation branch) {
    return branch.parentRegion().stream().flatMap(region -> region.blocks().stream()).flatMap(block -> block.terminator().stream())
        .filter(end -> end.successorCount() == 0).findFirst();
  }

  private void leave(Operation branch, Operation exit) {
    var mapping = new IrMapping();
    if (exit.operands().stream().allMatch(operand -> map(operand, branch, mapping))) {
      exit.copy(mapping).insertBefore(branch);
      branch.erase();
    }
  }

  private void enter(Operation branch, int successor) {
    var target = branch.successors().get(successor);
    var mapping = new IrMapping();
    if (branch.block().filter(block -> block == target).isPresent() || !target.arguments().stream().allMatch(argument -> map(argument, branch, mapping))) {
      return;
    }
    boolean only = target.predecessors().size() == 1;
    for (var op : target.operations()) {
      op.copy(mapping).insertBefore(branch);
    }
    if (only) {
      // What follows the successor follows this block now.
      target.arguments().forEach(argument -> argument.replaceAllUsesWith(mapping.get(argument)));
      target.operations().forEach(op -> op.results().forEach(result -> result.replaceAllUsesWith(mapping.get(result))));
    }
    branch.erase();
  }

  private boolean map(Value value, Operation user, IrMapping mapping) {
    var replacements = new Replacements(registry);
    Optional<? extends Value> replacement = replacements.older(user, value.type()).or(() -> replacements.zero(user, value.type()));
    replacement.ifPresent(found -> mapping.map(value, found));
    return replacement.isPresent();
  }
}

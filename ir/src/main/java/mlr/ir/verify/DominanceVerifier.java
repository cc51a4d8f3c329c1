package mlr.ir.verify;

import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.OpOperand;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.analysis.DominanceInfo;
import mlr.ir.analysis.DominatorTree;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;

/** Checks that every use sees its definition: by dominance, and not across the border of an isolated operation. */
final class DominanceVerifier {
  private final DominanceInfo dominance;
  private final DiagnosticEngine diagnostics;

  DominanceVerifier(DominanceInfo dominance, DiagnosticEngine diagnostics) {
    this.dominance = dominance;
    this.diagnostics = diagnostics;
  }

  /** Checks what is in {@code root}, but not what is in isolated operations there: each of those is a root of its own. */
  void verify(Operation root) {
    boolean isolated = root.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE);
    for (int i = 0; i < root.regionCount(); i++) {
      verify(root.region(i), isolated ? Optional.of(root.region(i)) : Optional.empty());
    }
  }

  private void verify(Region region, Optional<Region> isolating) {
    var tree = region.blockCount() > 1 ? Optional.of(dominance.tree(region)) : Optional.<DominatorTree>empty();
    for (int n = 0; n < region.blockCount(); n++) {
      var block = region.block(n);
      boolean reachable = tree.isEmpty() || tree.get().isReachable(block);
      for (var op : block) {
        for (int i = 0; i < op.operandCount(); i++) {
          if (!isSeen(op.operand(i), op, block, tree) && !isSeenFurtherOut(op.operand(i), block, isolating)) {
            verify(op.opOperand(i), reachable, isolating);
          }
        }
        if (!op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)) {
          for (int i = 0; i < op.regionCount(); i++) {
            verify(op.region(i), isolating);
          }
        }
      }
    }
  }

  /** Whether a value is defined before {@code user} in {@code block}, or in another block of the region that dominates it: most are, and need no look at regions around. */
  private static boolean isSeen(Value value, Operation user, Block block, Optional<DominatorTree> tree) {
    if (value instanceof OpResult result) {
      var owner = result.owner();
      return owner.isIn(block) ? owner.isBeforeInBlock(user) : owner.isInBlock() && isAbove(owner.requireBlock(), block, tree);
    }
    var owner = ((BlockArgument) value).owner();
    return owner == block || isAbove(owner, block, tree);
  }

  /** Whether a value is defined before what encloses {@code block}, in the same block as that: so it is with what a nest of loops takes from outside. */
  private static boolean isSeenFurtherOut(Value value, Block block, Optional<Region> isolating) {
    for (var inner = block; isolating.isEmpty() || !inner.isIn(isolating.get()); ) {
      if (!inner.hasParentOp() || !inner.requireParentOp().isInBlock()) {
        return false;
      }
      var enclosing = inner.requireParentOp();
      inner = enclosing.requireBlock();
      if (isSeen(value, enclosing, inner, Optional.empty())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAbove(Block above, Block block, Optional<DominatorTree> tree) {
    return tree.isPresent() && above.isInRegionOf(block) && tree.get().dominates(above, block);
  }

  private void verify(OpOperand operand, boolean reachable, Optional<Region> isolating) {
    var op = operand.owner();
    var value = operand.get();
    if (isolating.isPresent() && !value.isDefinedIn(isolating.get())) {
      var border = isolating.get().parentOp().orElseThrow();
      diagnostics.opError(op, "using value defined outside the region").note(border.location(), "required by region isolation constraints");
    } else if (reachable && !dominance.dominates(value, op)) {
      explain(diagnostics.error(op.location(), "operand #" + operand.index() + " does not dominate this use"), op, value);
    }
  }

  private static void explain(Diagnostic diagnostic, Operation user, Value value) {
    switch (value) {
      case OpResult result -> diagnostic.note(result.location(), "operand defined here" + relation(user, result.parentBlock()));
      case BlockArgument argument -> diagnostic.note(argument.location(), "operand defined as a block argument" + relation(user, argument.parentBlock()));
    }
  }

  private static String relation(Operation user, Optional<Block> definition) {
    var from = user.parentRegion();
    var to = definition.flatMap(Block::region);
    if (from.isEmpty() || to.isEmpty()) {
      return "";
    }
    if (definition.equals(user.block())) {
      return " (op in the same block)";
    }
    if (from.get() == to.get()) {
      return " (op in the same region)";
    }
    return to.get().encloses(from.get()) ? " (op in a parent region)"
        : from.get().encloses(to.get()) ? " (op in a child region)" : " (op is neither in a parent nor in a child region)";
  }
}

package mlr.ir.verify;

import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.BranchInterface;

/** Checks terminators, the blocks they name and the values they hand over. */
final class ControlFlowVerifier {
  private final DiagnosticEngine diagnostics;

  ControlFlowVerifier(DiagnosticEngine diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Checks {@code op} as a branch, in detail where it is {@code shaped} as declared, and the ends of its blocks; returns whether both are right. */
  boolean verify(Operation op, boolean shaped) {
    int before = diagnostics.errorCount();
    verifyPlace(op);
    verifySuccessors(op, shaped);
    for (int i = 0; i < op.regionCount(); i++) {
      verifyRegion(op, op.region(i));
    }
    return diagnostics.errorCount() == before;
  }

  private void verifyPlace(Operation op) {
    if (op.isLastInBlock()) {
      return;
    }
    if (op.definition().isTerminator()) {
      diagnostics.opError(op, "must be the last operation in the parent block");
    } else if (op.successorCount() > 0) {
      diagnostics.opError(op, "with block successors must terminate its parent block");
    }
  }

  private void verifySuccessors(Operation op, boolean shaped) {
    for (int i = 0; i < op.successorCount(); i++) {
      var target = op.successor(i);
      if (!op.isInBlock() || !target.isInRegionOf(op.requireBlock())) {
        diagnostics.opError(op, "reference to block defined in another region");
      } else if (shaped && op instanceof BranchInterface branch) {
        verifyBranch(op, branch, i, target);
      }
    }
  }

  private void verifyBranch(Operation op, BranchInterface branch, int successor, Block target) {
    var values = branch.successorOperands(successor);
    if (values.size() != target.argumentCount()) {
      noteTarget(diagnostics.opError(op, "branch has " + values.size() + " operands for successor #" + successor + ", but target block has " + target.arguments().size()),
          target);
      return;
    }
    for (int i = 0, count = values.size(); i < count; i++) {
      if (!values.get(i).type().equals(target.argument(i).type())) {
        diagnostics.opError(op, "type mismatch for bb argument #" + i + " of successor #" + successor + ": '" + values.get(i).type()
            + "' is passed for '" + target.argument(i).type() + "'").note(target.argument(i).location(), "the argument is here");
      }
    }
  }

  private static void noteTarget(Diagnostic error, Block target) {
    if (target.arguments().isEmpty()) {
      target.first().ifPresent(op -> error.note(op.location(), "the target block starts here"));
    } else {
      error.note(target.argument(0).location(), "the target block's arguments are here");
    }
  }

  private void verifyRegion(Operation op, Region region) {
    if (region.isEmpty()) {
      return;
    }
    boolean ended = op.definition().isRegistered() && !(op.definition().hasTrait(Trait.NO_TERMINATOR) && region.blockCount() == 1);
    for (int i = 0; i < region.blockCount(); i++) {
      var block = region.block(i);
      if (ended) {
        verifyTerminator(op, block);
      }
      for (int n = 0; n < block.successorCount(); n++) {
        if (block.successor(n) == region.entry()) {
          diagnostics.error(block.last().orElse(op).location(), "entry block of region may not have predecessors");
          break;
        }
      }
    }
  }

  private void verifyTerminator(Operation op, Block block) {
    var last = block.last();
    if (last.isEmpty()) {
      diagnostics.error(op.location(), "empty block: expect at least a terminator in a region of '" + op.name() + "'");
    } else if (last.get().definition().isRegistered() && !last.get().definition().isTerminator()) {
      diagnostics.error(last.get().location(), "block with no terminator, has '" + last.get().name() + "' at its end");
    }
  }
}

package mlr.dialects.cf;

import mlr.dialects.arith.ConstantOp;
import mlr.ir.Operation;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;

/** Branches of which constants say where they go: {@code cond_br true, ^a, ^b} is {@code br ^a}. */
final class DecidedBranches {
  private DecidedBranches() {}

  static <T extends Operation & BranchInterface> RewritePattern pattern(Class<T> kind, String rootName, String name) {
    return RewritePattern.on(kind, rootName, name, (op, rewriter) -> {
      var taken = op.successorFor(ConstantOp::valueOf);
      taken.ifPresent(successor -> branchTo(op, successor, rewriter));
      return taken.isPresent();
    });
  }

  /** Leaves only the way to one successor. */
  static <T extends Operation & BranchInterface> void branchTo(T op, int successor, PatternRewriter rewriter) {
    rewriter.replaceOpWith(op, BranchOp.of(op.successor(successor), op.successorOperands(successor), op.location()));
  }
}

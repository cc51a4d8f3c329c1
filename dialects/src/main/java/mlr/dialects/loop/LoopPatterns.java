package mlr.dialects.loop;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;

/** Canonical forms of loops and conditionals whose constant bounds or condition decide what runs. */
final class LoopPatterns {
  /** A loop that never runs is its initial values; one that runs once is its body. */
  static final RewritePattern FOR = RewritePattern.on(ForOp.class, "loop.for", "loop of at most one iteration", LoopPatterns::simplify);

  /** {@code if true {a} else {b}} is {@code a}. */
  static final RewritePattern IF = RewritePattern.on(IfOp.class, "loop.if", "if of a constant", LoopPatterns::simplify);

  private LoopPatterns() {}

  private static boolean simplify(ForOp loop, PatternRewriter rewriter) {
    var lower = Constants.integer(ConstantOp.valueOf(loop.lowerBound()));
    var upper = Constants.integer(ConstantOp.valueOf(loop.upperBound()));
    var step = Constants.integer(ConstantOp.valueOf(loop.step()));
    if (loop.lowerBound() == loop.upperBound() || lower.isPresent() && upper.isPresent() && lower.get() >= upper.get()) {
      rewriter.replaceOp(loop, loop.initialValues());
      return true;
    }
    // The difference is positive, also where it is none of the signed numbers.
    boolean once = lower.isPresent() && upper.isPresent() && step.isPresent() && step.get() > 0
        && Long.compareUnsigned(step.get(), upper.get() - lower.get()) >= 0;
    if (!once) {
      return false;
    }
    var arguments = new ArrayList<Value>(List.of(loop.lowerBound()));
    arguments.addAll(loop.initialValues());
    var yield = loop.yield();
    rewriter.inlineBlockBefore(loop.body(), loop, arguments);
    replaceByYield(loop, yield, rewriter);
    return true;
  }

  private static boolean simplify(IfOp conditional, PatternRewriter rewriter) {
    var condition = Constants.integer(ConstantOp.valueOf(conditional.condition()));
    if (condition.isEmpty()) {
      return false;
    }
    Region taken = condition.get() != 0 ? conditional.thenRegion() : conditional.elseRegion();
    if (taken.isEmpty()) {
      rewriter.eraseOp(conditional);
      return true;
    }
    var yield = (YieldOp) taken.entry().last().orElseThrow();
    rewriter.inlineBlockBefore(taken.entry(), conditional, List.of());
    replaceByYield(conditional, yield, rewriter);
    return true;
  }

  private static void replaceByYield(Operation op, YieldOp yield, PatternRewriter rewriter) {
    var values = yield.values();
    rewriter.eraseOp(yield);
    rewriter.replaceOp(op, values);
  }
}

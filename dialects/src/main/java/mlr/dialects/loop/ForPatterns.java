package mlr.dialects.loop;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Value;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;

/** The canonical forms of {@code loop.for}. */
final class ForPatterns {
  static final List<RewritePattern> ALL = List.of(pattern("loop of at most one iteration", ForPatterns::unroll),
      pattern("carried values that stay as they are", ForPatterns::dropCarried));

  private ForPatterns() {}

  private static RewritePattern pattern(String name, RewritePattern.Body<ForOp> body) {
    return RewritePattern.on(ForOp.class, "loop.for", name, body);
  }

  /** A loop that never runs is its initial values; one that runs once is its body. */
  private static boolean unroll(ForOp loop, PatternRewriter rewriter) {
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
    CarriedValues.replaceByBlock(loop, loop.body(), arguments, rewriter);
    return true;
  }

  /** What is carried is its initial value where each iteration yields that or what it got, and nothing at all where neither the body nor anyone behind the loop reads it. */
  private static boolean dropCarried(ForOp loop, PatternRewriter rewriter) {
    var arguments = loop.carriedArguments();
    var initial = loop.initialValues();
    var yielded = loop.yield().values();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < initial.size(); i++) {
      boolean same = yielded.get(i) == arguments.get(i) || yielded.get(i) == initial.get(i);
      if (!same && !(arguments.get(i).isUnused() && loop.result(i).isUnused())) {
        kept.add(i);
      }
    }
    if (kept.size() == initial.size()) {
      return false;
    }
    var operands = new ArrayList<>(loop.operands().subList(0, loop.operandCount() - initial.size()));
    operands.addAll(CarriedValues.at(kept, initial));
    rewriter.modify(loop.yield(), () -> loop.yield().setOperands(CarriedValues.at(kept, yielded)));
    for (int i = initial.size() - 1; i >= 0; i--) {
      if (!kept.contains(i)) {
        rewriter.replaceAllUsesWith(loop.carriedArguments().get(i), initial.get(i));
        loop.body().eraseArgument(1 + i);
        rewriter.replaceAllUsesWith(loop.result(i), initial.get(i));
      }
    }
    CarriedValues.withResults(loop, operands, kept, rewriter);
    return true;
  }
}

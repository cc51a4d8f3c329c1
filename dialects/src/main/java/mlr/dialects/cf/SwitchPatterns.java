package mlr.dialects.cf;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;

/** The canonical forms of {@code cf.switch}. */
final class SwitchPatterns {
  static final List<RewritePattern> ALL = List.of(DecidedBranches.pattern(SwitchOp.class, "cf.switch", "constant flag"), pattern("cases like the default", SwitchPatterns::dropCases),
      pattern("no cases", SwitchPatterns::branch));

  private SwitchPatterns() {}

  private static RewritePattern pattern(String name, RewritePattern.Body<SwitchOp> body) {
    return RewritePattern.on(SwitchOp.class, "cf.switch", name, body);
  }

  private static boolean branch(SwitchOp op, PatternRewriter rewriter) {
    if (!op.caseValues().isEmpty()) {
      return false;
    }
    DecidedBranches.branchTo(op, 0, rewriter);
    return true;
  }

  private static boolean dropCases(SwitchOp op, PatternRewriter rewriter) {
    var numbers = op.caseValues();
    var whenNone = op.target(0);
    List<Long> keptNumbers = new ArrayList<>();
    List<SwitchOp.Target> kept = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      if (!op.target(i + 1).equals(whenNone)) {
        keptNumbers.add(numbers.get(i));
        kept.add(op.target(i + 1));
      }
    }
    if (kept.size() == numbers.size()) {
      return false;
    }
    rewriter.replaceOpWith(op, SwitchOp.of(op.flag(), whenNone, keptNumbers, kept, op.location()));
    return true;
  }
}

package mlr.dialects.cf;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.SelectOp;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.types.IntegerType;

/** The canonical forms of {@code cf.cond_br}. */
final class CondBranchPatterns {
  static final List<RewritePattern> ALL = List.of(DecidedBranches.pattern(CondBranchOp.class, "cf.cond_br", "constant condition"),
      pattern("equal successors", CondBranchPatterns::select), pattern("known condition", CondBranchPatterns::propagate));

  private CondBranchPatterns() {}

  private static RewritePattern pattern(String name, RewritePattern.Body<CondBranchOp> body) {
    return RewritePattern.on(CondBranchOp.class, "cf.cond_br", name, body);
  }

  /** {@code cond_br %c, ^a(%x), ^a(%y)} is {@code br ^a(%s)} with {@code %s = select %c, %x, %y}, where nothing else leads to {@code ^a} or both values are the same. */
  private static boolean select(CondBranchOp op, PatternRewriter rewriter) {
    var target = op.successor(0);
    var whenTrue = op.successorOperands(0);
    var whenFalse = op.successorOperands(1);
    if (target != op.successor(1) || target.edgeCount() > 2 && !whenTrue.equals(whenFalse)) {
      return false;
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < whenTrue.size(); i++) {
      values.add(whenTrue.get(i) == whenFalse.get(i) ? whenTrue.get(i)
          : rewriter.create(SelectOp.DEFINITION, op.location(), op.condition(), whenTrue.get(i), whenFalse.get(i)).result());
    }
    rewriter.replaceOpWith(op, BranchOp.of(target, values, op.location()));
    return true;
  }

  /** In a block where nothing else leads to, the condition is what it takes to go there. */
  private static boolean propagate(CondBranchOp op, PatternRewriter rewriter) {
    // Both are looked at.
    return propagate(op, 0, 1, rewriter) | propagate(op, 1, 0, rewriter);
  }

  private static boolean propagate(CondBranchOp op, int successor, long value, PatternRewriter rewriter) {
    var target = op.successor(successor);
    if (target.edgeCount() != 1 || op.isIn(target)) {
      return false;
    }
    List<Operation> users = new ArrayList<>();
    target.forEach(user -> {
      if (user.uses(op.condition())) {
        users.add(user);
      }
    });
    if (!users.isEmpty()) {
      var known = rewriter.create(ConstantOp.integer(IntegerType.I1, value, op.location())).result();
      users.forEach(user -> rewriter.modify(user, () -> user.replaceUsesOf(op.condition(), known)));
    }
    return !users.isEmpty();
  }
}

package mlr.dialects.loop;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.types.IntegerType;

/** The canonical forms of {@code loop.if}. */
final class IfPatterns {
  static final List<RewritePattern> ALL = List.of(pattern("if of a constant", IfPatterns::decide), pattern("values from outside", IfPatterns::select),
      pattern("empty else", IfPatterns::dropElse), pattern("known condition", IfPatterns::propagate), pattern("ifs on the same condition", IfPatterns::combine));

  private IfPatterns() {}

  private static RewritePattern pattern(String name, RewritePattern.Body<IfOp> body) {
    return RewritePattern.on(IfOp.class, "loop.if", name, body);
  }

  /** {@code if true {a} else {b}} is {@code a}. */
  private static boolean decide(IfOp conditional, PatternRewriter rewriter) {
    var condition = Constants.integer(ConstantOp.valueOf(conditional.condition()));
    if (condition.isEmpty()) {
      return false;
    }
    Region taken = condition.get() != 0 ? conditional.thenRegion() : conditional.elseRegion();
    if (taken.isEmpty()) {
      rewriter.eraseOp(conditional);
    } else {
      CarriedValues.replaceByBlock(conditional, taken.entry(), List.of(), rewriter);
    }
    return true;
  }

  /** A result for which both regions yield what was there before is a {@code select} of that; one that nothing uses goes. */
  private static boolean select(IfOp conditional, PatternRewriter rewriter) {
    if (conditional.resultCount() == 0) {
      return false;
    }
    var whenTrue = CarriedValues.end(conditional.thenRegion());
    var whenFalse = CarriedValues.end(conditional.elseRegion());
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < conditional.resultCount(); i++) {
      var one = whenTrue.operand(i);
      var other = whenFalse.operand(i);
      if (conditional.result(i).isUnused()) {
        continue;
      }
      if (isInside(conditional, one) || isInside(conditional, other)) {
        kept.add(i);
      } else {
        rewriter.replaceAllUsesWith(conditional.result(i),
            one == other ? one : rewriter.create(SelectOp.DEFINITION, conditional.location(), conditional.condition(), one, other).result());
      }
    }
    if (kept.size() == conditional.resultCount()) {
      return false;
    }
    for (var yield : List.of(whenTrue, whenFalse)) {
      rewriter.modify(yield, () -> yield.setOperands(CarriedValues.at(kept, yield.values())));
    }
    CarriedValues.withResults(conditional, conditional.operands(), kept, rewriter);
    return true;
  }

  private static boolean isInside(IfOp conditional, Value value) {
    return value.isDefinedIn(conditional.thenRegion()) || value.isDefinedIn(conditional.elseRegion());
  }

  private static boolean dropElse(IfOp conditional, PatternRewriter rewriter) {
    var otherwise = conditional.elseRegion();
    if (conditional.resultCount() > 0 || otherwise.isEmpty() || otherwise.entry().size() > 1) {
      return false;
    }
    rewriter.modify(conditional, () -> {
      rewriter.eraseOp(CarriedValues.end(otherwise));
      otherwise.removeBlock(otherwise.entry());
    });
    return true;
  }

  /** Inside, the condition is what it takes to come there. */
  private static boolean propagate(IfOp conditional, PatternRewriter rewriter) {
    // Both are looked at.
    return propagate(conditional, conditional.thenRegion(), 1, rewriter) | propagate(conditional, conditional.elseRegion(), 0, rewriter);
  }

  private static boolean propagate(IfOp conditional, Region region, long value, PatternRewriter rewriter) {
    List<Operation> users = new ArrayList<>();
    if (!region.isEmpty()) {
      region.entry().forEach(op -> op.walkPreOrder(inner -> {
        if (inner.uses(conditional.condition())) {
          users.add(inner);
        }
      }));
    }
    if (!users.isEmpty()) {
      rewriter.builder().setInsertionPoint(conditional);
      var known = rewriter.create(ConstantOp.integer(IntegerType.I1, value, conditional.location())).result();
      users.forEach(user -> rewriter.modify(user, () -> user.replaceUsesOf(conditional.condition(), known)));
    }
    return !users.isEmpty();
  }

  /** {@code if c {a}; if c {b}} is {@code if c {a; b}}, with the results of both. */
  private static boolean combine(IfOp second, PatternRewriter rewriter) {
    if (!(second.previousInBlock().orElse(null) instanceof IfOp first) || first.condition() != second.condition()
        || !first.attributes().isEmpty() || !second.attributes().isEmpty()) {
      return false;
    }
    var types = new ArrayList<>(first.resultTypes());
    types.addAll(second.resultTypes());
    boolean withElse = !first.elseRegion().isEmpty() || !second.elseRegion().isEmpty();
    var both = (IfOp) rewriter.create(IfOp.of(second.condition(), types, withElse, second.location()));
    for (int i = 0; i < both.regionCount(); i++) {
      if (!both.region(i).isEmpty()) {
        combine(first, second, i, both.region(i), rewriter);
      }
    }
    rewriter.replaceOp(first, both.results().subList(0, first.resultCount()));
    rewriter.replaceOp(second, both.results().subList(first.resultCount(), both.resultCount()));
    return true;
  }

  private static void combine(IfOp first, IfOp second, int region, Region into, PatternRewriter rewriter) {
    var end = (YieldOp) rewriter.created(OpBuilder.atEnd(into.entry()).create(YieldOp.of(List.of(), second.location())));
    List<Value> yielded = new ArrayList<>();
    if (!first.region(region).isEmpty()) {
      yielded.addAll(CarriedValues.moveBefore(first.region(region), end, rewriter));
      for (int i = 0; i < first.resultCount(); i++) {
        var value = yielded.get(i);
        first.result(i).replaceUsesIf(value, use -> use.owner().ancestorIn(second.region(region)).isPresent());
      }
    }
    if (!second.region(region).isEmpty()) {
      yielded.addAll(CarriedValues.moveBefore(second.region(region), end, rewriter));
    }
    rewriter.modify(end, () -> end.setOperands(yielded));
  }
}

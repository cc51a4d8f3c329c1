package mlr.dialects.loop;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.BlockArgument;
import mlr.ir.Value;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;

/** The canonical forms of {@code loop.while}. */
final class WhilePatterns {
  static final List<RewritePattern> ALL = List.of(pattern("carried values that stay as they are", WhilePatterns::dropCarried),
      pattern("handed over twice, from outside, or for nothing", WhilePatterns::dropHandedOver));

  private WhilePatterns() {}

  private static RewritePattern pattern(String name, RewritePattern.Body<WhileOp> body) {
    return RewritePattern.on(WhileOp.class, "loop.while", name, body);
  }

  /** What the first region gets is the initial value where the second yields that or hands it back; what it does not read goes. */
  private static boolean dropCarried(WhileOp loop, PatternRewriter rewriter) {
    var initial = loop.initialValues();
    var end = loop.yield();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < initial.size(); i++) {
      var argument = loop.before().argument(i);
      if (!argument.isUnused() && end.operand(i) != initial.get(i) && !isHandedBack(loop, argument, end.operand(i))) {
        kept.add(i);
      }
    }
    if (kept.size() == initial.size()) {
      return false;
    }
    rewriter.modify(end, () -> end.setOperands(CarriedValues.at(kept, end.values())));
    for (int i = initial.size() - 1; i >= 0; i--) {
      if (!kept.contains(i)) {
        rewriter.replaceAllUsesWith(loop.before().argument(i), initial.get(i));
        loop.before().eraseArgument(i);
      }
    }
    rewriter.modify(loop, () -> loop.setOperands(CarriedValues.at(kept, initial)));
    return true;
  }

  private static boolean isHandedBack(WhileOp loop, BlockArgument argument, Value yielded) {
    return yielded instanceof BlockArgument handed && handed.owner() == loop.after() && loop.condition().arguments().get(handed.index()) == argument;
  }

  /** What the first region hands to the second and to the results goes where it is there anyway, handed over before, or read by neither. */
  private static boolean dropHandedOver(WhileOp loop, PatternRewriter rewriter) {
    var handed = loop.condition().arguments();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < handed.size(); i++) {
      boolean unread = loop.after().argument(i).isUnused() && loop.result(i).isUnused();
      if (!unread && isInside(loop, handed.get(i)) && !CarriedValues.at(kept, handed).contains(handed.get(i))) {
        kept.add(i);
      }
    }
    if (kept.size() == handed.size()) {
      return false;
    }
    for (int i = 0; i < handed.size(); i++) {
      var value = handed.get(i);
      var same = kept.stream().filter(k -> handed.get(k) == value).findFirst();
      if (!kept.contains(i) && (same.isPresent() || !isInside(loop, value))) {
        rewriter.replaceAllUsesWith(loop.after().argument(i), same.<Value>map(loop.after()::argument).orElse(value));
        rewriter.replaceAllUsesWith(loop.result(i), same.<Value>map(loop::result).orElse(value));
      }
    }
    for (int i = handed.size() - 1; i >= 0; i--) {
      if (!kept.contains(i)) {
        loop.after().eraseArgument(i);
      }
    }
    var end = loop.condition();
    var operands = new ArrayList<>(List.of(end.condition()));
    operands.addAll(CarriedValues.at(kept, handed));
    rewriter.modify(end, () -> end.setOperands(operands));
    CarriedValues.withResults(loop, loop.operands(), kept, rewriter);
    return true;
  }

  private static boolean isInside(WhileOp loop, Value value) {
    return value.isDefinedIn(loop.region(0)) || value.isDefinedIn(loop.region(1));
  }
}

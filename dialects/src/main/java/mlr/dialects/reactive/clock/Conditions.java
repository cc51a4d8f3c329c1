package mlr.dialects.reactive.clock;

import java.util.HashMap;
import java.util.Map;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.WordOp;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Value;

/** Which values are the same condition: those that merely pass out of a region, and equal words of one scope. */
final class Conditions {
  private final Map<String, Value> words = new HashMap<>();

  /** The value that stands for {@code value} in clocks. */
  Value canonical(Value value) {
    var current = value;
    while (current instanceof OpResult result) {
      var inner = passedOut(result);
      if (inner == current) {
        break;
      }
      current = inner;
    }
    return current.definingOp().orElse(null) instanceof WordOp word ? words.computeIfAbsent(scopeKey(word), _ -> word.result()) : current;
  }

  private static Value passedOut(OpResult result) {
    return switch (result.owner()) {
      case SegmentOp segment when segment.kind() != SegmentOp.Kind.OVER -> segment.yield().outs().get(result.index());
      case ThenOp then -> then.yield().outs().get(result.index());
      case ResetOp reset -> reset.body().last().orElseThrow().operand(result.index());
      default -> result;
    };
  }

  private static String scopeKey(WordOp word) {
    var scope = word.parentOp();
    // A segment in time, or a reset without effect on words, still starts words afresh: each region is a scope of its own.
    return word.word() + "@" + scope.map(Conditions::path).orElse("");
  }

  private static String path(Operation op) {
    var parent = op.parentOp();
    int position = 0;
    for (var previous = op.previousInBlock(); previous.isPresent(); previous = previous.get().previousInBlock()) {
      position++;
    }
    return parent.map(p -> path(p) + "/").orElse("") + position;
  }
}

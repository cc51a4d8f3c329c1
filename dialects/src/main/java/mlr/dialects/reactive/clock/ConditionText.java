package mlr.dialects.reactive.clock;

import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.WordOp;
import mlr.ir.BlockArgument;
import mlr.ir.Value;
import mlr.ir.types.IntegerType;

/** How diagnostics write the condition of a clock: by the variable's name in the source. */
final class ConditionText {
  private ConditionText() {}

  static String of(Value condition, long value) {
    var name = name(condition);
    if (condition.type().equals(IntegerType.I1)) {
      return value != 0 ? name : "not " + name;
    }
    return "(" + name + " = " + value + ")";
  }

  private static String name(Value condition) {
    if (condition.definingOp().orElse(null) instanceof WordOp word) {
      return word.word();
    }
    if (condition instanceof BlockArgument argument && argument.owner().parentOp().orElse(null) instanceof SegmentOp && argument.index() == 0) {
      return argument.location().sourceName().orElse("the end of the segment");
    }
    return condition.location().sourceName().orElse("an unnamed condition");
  }
}

package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.WhenOp;
import mlr.ir.Block;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Value;

/** Where streams come from once samplings and region borders, which compute nothing, are looked through. */
final class Streams {
  private Streams() {}

  /** The value that computes {@code value}. */
  static Value source(Value value) {
    var current = value;
    while (current instanceof OpResult result) {
      var behind = behind(result);
      if (behind == current) {
        return current;
      }
      current = behind;
    }
    return current;
  }

  private static Value behind(OpResult result) {
    return switch (result.owner()) {
      case WhenOp when -> when.operand();
      case ResetOp reset -> reset.body().last().orElseThrow().operand(result.index());
      case SegmentOp segment -> segment.yield().outs().get(result.index());
      case ThenOp then -> then.yield().outs().get(result.index());
      default -> result;
    };
  }

  /** The nearest segment in whose body, then part excluded, a block stands. */
  static java.util.Optional<SegmentOp> enclosingSegment(Block block) {
    for (var op = block.parentOp(); op.isPresent(); ) {
      switch (op.get()) {
        case SegmentOp segment -> {
          return java.util.Optional.of(segment);
        }
        case ThenOp then -> op = then.parentOp().flatMap(Operation::parentOp);
        default -> op = op.get().parentOp();
      }
    }
    return java.util.Optional.empty();
  }

  /** Whether {@code value} is defined in the body of {@code segment}, at any depth, then part excluded. */
  static boolean isInBody(Value value, SegmentOp segment) {
    for (var block = value.parentBlock(); block.isPresent(); ) {
      var owner = block.get().parentOp();
      if (owner.isEmpty()) {
        return false;
      }
      if (owner.get() == segment) {
        return true;
      }
      if (owner.get() instanceof ThenOp && owner.get().parentOp().filter(p -> p == segment).isPresent()) {
        return false;
      }
      block = owner.get().block();
    }
    return false;
  }

  /** The operations of a block that compute, reset blocks opened. */
  static List<Operation> flatten(Block block) {
    var all = new ArrayList<Operation>();
    for (var op : block) {
      if (op instanceof ResetOp reset) {
        all.add(op);
        all.addAll(flatten(reset.body()));
      } else {
        all.add(op);
      }
    }
    return all;
  }

  /** The reset blocks around {@code op}, outermost first, up to the body of {@code limit} or to the node. */
  static List<ResetOp> resetsAround(Operation op, java.util.Optional<SegmentOp> limit) {
    var all = new ArrayList<ResetOp>();
    for (var parent = op.parentOp(); parent.isPresent(); parent = parent.get().parentOp()) {
      if (limit.isPresent() && parent.get() == limit.get()) {
        break;
      }
      if (parent.get() instanceof ResetOp reset) {
        all.addFirst(reset);
      }
    }
    return all;
  }
}

package mlr.validation;

import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.sched.SweepOp;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.types.ShapedType;
import mlr.validation.run.Metering;

/**
 * How much work the subjects of one pass may take, shared out evenly. Work is counted, not timed, so that the same inputs
 * are run everywhere. Its unit is about what one element of a tensor operation takes.
 */
final class WorkBudget {
  /** What a pass may take unless said otherwise. */
  static final long FOR_A_PASS = 20_000_000;

  private static final long FOR_AN_OPERATION = 40;

  /** What one tick of {@link Metering} stands for. */
  static final long FOR_A_TICK = 80;

  /** A subject is not run at all when one run of it takes more. */
  static final long LARGEST_RUN = 400_000_000;

  private final long share;

  WorkBudget(long total, int subjects) {
    share = total / subjects;
  }

  /** The work that the next subject may take. */
  long next() {
    return share;
  }

  /** An estimate of the work that running some code once takes, each loop that is not metered counted at its longest. */
  static long estimate(Iterable<Operation> code) {
    long total = 0;
    for (var op : code) {
      total = saturated(total, work(op));
    }
    return total;
  }

  private static long work(Operation op) {
    long inner = 0;
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        for (var nested : block) {
          inner = saturated(inner, work(nested));
        }
      }
    }
    return saturated(FOR_AN_OPERATION + elements(op), times(op) * Math.min(inner, LARGEST_RUN));
  }

  private static long times(Operation op) {
    return switch (op) {
      case SegmentOp segment when segment.kind() == SegmentOp.Kind.OVER -> segment.length();
      case SweepOp sweep -> sweep.max();
      default -> 1;
    };
  }

  /** The largest operand or result: for a product with a vector, the number of multiplications. */
  private static long elements(Operation op) {
    long most = 0;
    for (Value value : op.operands()) {
      most = Math.max(most, elements(value));
    }
    for (Value value : op.results()) {
      most = Math.max(most, elements(value));
    }
    return most;
  }

  private static long elements(Value value) {
    return value.type() instanceof ShapedType shaped && shaped.hasStaticShape() ? shaped.elementCount() : 1;
  }

  private static long saturated(long a, long b) {
    return Math.min(LARGEST_RUN + 1, a + b);
  }
}

package mlr.passes.sched;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import mlr.ir.OpOperand;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.IntegerAttr;

/**
 * How a memory plan is written on a machine's operations. {@code mlr.scratch} holds where in the scratch arena results are kept, in
 * bytes: one number, or a list with one for each of several results, -1 for those kept elsewhere; on the {@code sched.yield} of a sweep,
 * where operands wait until all are read. {@code mlr.direct} lists operands of a write, store, output or yield that their
 * definitions compute where they are wanted, so that nothing is left to copy.
 */
public final class PlanAttributes {
  static final String SCRATCH = "mlr.scratch";
  static final String DIRECT = "mlr.direct";

  private PlanAttributes() {}

  /** Where result or operand {@code index} of {@code op} is kept in the arena, if it is kept there. */
  public static OptionalLong scratch(Operation op, int index) {
    return op.attribute(SCRATCH).map(attribute -> switch (attribute) {
      case IntegerAttr one -> OptionalLong.of(one.value());
      case DenseArrayAttr many -> LongStream.of(many.values().get(index)).filter(offset -> offset >= 0).findFirst();
      default -> OptionalLong.empty();
    }).orElse(OptionalLong.empty());
  }

  /** Whether {@code use} finds its value already in place. */
  public static boolean isDirect(OpOperand use) {
    return direct(use.owner()).contains((long) use.index());
  }

  /** The use in whose place {@code value} is computed, if there is one. */
  public static Optional<OpOperand> directUse(Value value) {
    return value.uses().stream().filter(PlanAttributes::isDirect).findFirst();
  }

  /** Removes the plan from {@code op}. */
  public static void remove(Operation op) {
    op.removeAttribute(SCRATCH);
    op.removeAttribute(DIRECT);
  }

  static void setScratch(Operation op, long offset) {
    op.setAttribute(SCRATCH, IntegerAttr.i64(offset));
  }

  static void setScratch(Operation op, long[] offsets) {
    if (LongStream.of(offsets).anyMatch(offset -> offset >= 0)) {
      op.setAttribute(SCRATCH, DenseArrayAttr.i64(offsets));
    }
  }

  static void setDirect(OpOperand use) {
    var indices = LongStream.concat(direct(use.owner()).stream().mapToLong(Long::longValue), LongStream.of(use.index())).sorted().toArray();
    use.owner().setAttribute(DIRECT, DenseArrayAttr.i64(indices));
  }

  private static List<Long> direct(Operation op) {
    return op.attribute(DIRECT).map(DenseArrayAttr.class::cast).map(DenseArrayAttr::values).orElse(List.of());
  }
}

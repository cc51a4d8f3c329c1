package mlr.passes.sched;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.sched.SweepOp;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Value;

/**
 * The operations of a machine numbered in the order in which one instant runs them, nested ones between the first and the
 * last number of the operation they stand in.
 */
final class Positions {
  private final Map<Operation, Integer> first = new IdentityHashMap<>();
  private final Map<Operation, Integer> last = new IdentityHashMap<>();
  private int next;

  Positions(Block body) {
    number(body);
  }

  private void number(Block block) {
    for (var op : block) {
      first.put(op, next++);
      for (var region : op.regions()) {
        region.blocks().forEach(this::number);
      }
      last.put(op, op.regions().isEmpty() ? next - 1 : next++);
    }
  }

  /** When {@code op} starts. */
  int start(Operation op) {
    return first.get(op);
  }

  /** When {@code op} has ended; {@link #start} unless it has regions. */
  int end(Operation op) {
    return last.get(op);
  }

  /** When {@code value} comes into being. */
  int definition(Value value) {
    return value.definingOp().map(this::end).orElseGet(() -> start(value.parentBlock().flatMap(Block::parentOp).orElseThrow()));
  }

  /**
   * Until when a value that is defined in {@code home} must last for {@code reader} to read it: to the end of the outermost
   * sweep that is in {@code home} and around the reader, because the next step reads again.
   */
  int lastRead(Operation reader, Block home) {
    int position = start(reader);
    for (Optional<Operation> around = Optional.of(reader); around.isPresent() && around.get().block().orElseThrow() != home; ) {
      around = around.get().parentOp();
      if (around.orElse(null) instanceof SweepOp sweep) {
        position = end(sweep);
      }
    }
    return position;
  }
}

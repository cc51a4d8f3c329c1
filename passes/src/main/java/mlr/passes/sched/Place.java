package mlr.passes.sched;

import java.util.Optional;
import mlr.dialects.sched.LoadOp;
import mlr.dialects.sched.OutputOp;
import mlr.dialects.sched.ReadOp;
import mlr.dialects.sched.StoreOp;
import mlr.dialects.sched.WriteOp;
import mlr.ir.Operation;
import mlr.ir.Value;

/** Memory of a machine that outlives the values put in it. */
sealed interface Place {
  /** A cell of state. */
  record Slot(Value slot) implements Place {}

  /** A segment's buffer; its elements are not told apart. */
  record Buffer(Value buffer) implements Place {}

  /** The memory of an output port. */
  record Port(String name) implements Place {}

  /** What {@code op} reads, if it is a read of such memory. */
  static Optional<Place> readBy(Operation op) {
    return switch (op) {
      case ReadOp read -> Optional.of(new Slot(read.slot()));
      case LoadOp load -> Optional.of(new Buffer(load.buffer()));
      default -> Optional.empty();
    };
  }

  /** What {@code op} writes, if it is a write to such memory. */
  static Optional<Place> writtenBy(Operation op) {
    return switch (op) {
      case WriteOp write -> Optional.of(new Slot(write.slot()));
      case StoreOp store -> Optional.of(new Buffer(store.buffer()));
      case OutputOp output -> Optional.of(new Port(output.port()));
      default -> Optional.empty();
    };
  }
}

package mlr.passes.sched;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.sched.CollectOp;
import mlr.dialects.sched.GuardOp;
import mlr.dialects.sched.SweepOp;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.passes.tensor.TensorFusion;

/**
 * Who reads and who writes the slots, buffers and outputs that hold tensors, and when; so that no value that is read by reference
 * is overwritten before its last reader, and no value is computed into memory whose old contents are still wanted.
 */
final class Hazards {
  /** A read of such memory; {@code copied} when its value is kept elsewhere. */
  record Reference(Operation op, Place place, int start, int last, boolean copied) {}

  /** A write of such memory, which begins where its value is computed into it. */
  private record Write(Operation op, Place place, int begin, int end, int last) {}

  private final Positions positions;
  private final TensorFusion fusion;
  private final List<Reference> references = new ArrayList<>();
  private final List<Write> writes = new ArrayList<>();

  Hazards(Operation machine, Positions positions, TensorFusion fusion) {
    this.positions = positions;
    this.fusion = fusion;
    machine.walkPreOrder(op -> Place.writtenBy(op).filter(_ -> TensorFusion.isTensor(op.operand(0)))
        .ifPresent(place -> writes.add(new Write(op, place, positions.start(op), positions.start(op), positions.start(op)))));
    machine.collect(CollectOp.class).forEach(op ->
        references.add(new Reference(op, new Place.Buffer(op.buffer()), positions.start(op), positions.start(op), true)));
    machine.walkPreOrder(op -> Place.readBy(op).filter(_ -> TensorFusion.isTensor(op.result(0))).ifPresent(place -> {
      int start = positions.start(op);
      int last = last(op.result());
      references.add(new Reference(op, place, start, last, writes.stream().anyMatch(write -> overtakes(write, op, place, start, last))));
    }));
  }

  /** The reads of tensors by reference that must be copied, in the order of the program. */
  List<Reference> copies() {
    return references.stream().filter(reference -> reference.copied() && Place.readBy(reference.op()).isPresent()).toList();
  }

  /** Until when {@code value} must last. */
  int last(Value value) {
    var home = value.parentBlock().orElseThrow();
    return fusion.reads(value).stream().mapToInt(read -> positions.lastRead(read.reader(), home)).reduce(positions.definition(value), Math::max);
  }

  /** Whether {@code reader} reads element i of {@code value} only before it writes its own element i. */
  private boolean readsInOrder(Operation reader, Value value) {
    return readsBy(reader, value).stream().allMatch(TensorFusion.Read::inOrder);
  }

  /** Whether {@code result} may take the place of {@code value}, which is not read afterwards: each element is read before it is overwritten. */
  boolean mayReplace(OpResult result, Value value) {
    var reads = readsBy(result.owner(), value);
    if (reads.isEmpty() || !reads.stream().allMatch(TensorFusion.Read::inOrder)) {
      return false;
    }
    return result.owner().regions().isEmpty()
        || result.owner() instanceof SweepOp && reads.size() == 1 && reads.getFirst().use().index() == 1 + result.index();
  }

  private List<TensorFusion.Read> readsBy(Operation reader, Value value) {
    return fusion.reads(value).stream().filter(read -> read.reader() == reader).toList();
  }

  /** Whether {@code value} may be computed right into {@code place}, which {@code write} is to fill with it. */
  boolean allowsDirect(OpResult value, Operation write, Place place) {
    int begin = positions.start(value.owner());
    int end = positions.start(write);
    int last = Math.max(end, last(value));
    return references.stream().filter(reference -> reference.place().equals(place)).allMatch(reference -> leavesAlone(reference, value, begin, end))
        && writes.stream().filter(other -> other.op() != write && other.place().equals(place))
            .allMatch(other -> Math.max(other.end(), other.last()) < begin || other.begin() > last);
  }

  /** Records that {@code value} is computed right into what {@code write} fills. */
  void makeDirect(OpResult value, Operation write) {
    int begin = positions.start(value.owner());
    writes.replaceAll(w -> w.op() == write ? new Write(w.op(), w.place(), begin, w.end(), Math.max(w.end(), last(value))) : w);
  }

  private boolean leavesAlone(Reference reference, OpResult value, int begin, int end) {
    if (value.owner() instanceof GuardOp guard && endsWithin(reference, guard, value.index())) {
      return true;
    }
    if (reference.copied()) {
      return reference.start() < begin || reference.start() > end;
    }
    return reference.last() < begin || reference.start() > end || reference.last() == begin && mayReplace(value, reference.op().result());
  }

  /** Whether {@code guard}, whose branches yield result {@code index} at their ends, has read the old contents by then. */
  private boolean endsWithin(Reference reference, GuardOp guard, int index) {
    if (reference.copied() || reference.last() > positions.end(guard)) {
      return false;
    }
    var reads = fusion.reads(reference.op().result());
    return guard.regions().stream().filter(region -> !region.isEmpty()).map(region -> region.entry().last().orElseThrow()).allMatch(end ->
        !fusion.isStored(end.operand(index)) && reads.stream().filter(read -> read.reader() == end).allMatch(read -> read.inOrder() && read.use().index() == index));
  }

  private boolean overtakes(Write write, Operation read, Place place, int start, int last) {
    return write.place().equals(place) && start < write.end() && write.end() <= last && !(write.end() == last && readsInOrder(write.op(), read.result()));
  }
}

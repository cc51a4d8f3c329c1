package mlr.passes.tensortoloops;

import java.util.List;
import mlr.dialects.arith.CmpIOp;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.sched.BufferRefOp;
import mlr.dialects.sched.BufferType;
import mlr.dialects.sched.CollectOp;
import mlr.dialects.sched.LoadOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;

/** Loops for {@code sched.collect}: a buffer's values one behind the other, zeros from the count on. */
final class CollectLowering {
  private final CollectOp op;
  private final BufferType buffer;
  private final Location location;

  private CollectLowering(CollectOp op) {
    this.op = op;
    this.buffer = (BufferType) op.buffer().type();
    this.location = op.location();
  }

  /** Fills {@code target} with what {@code op} collects. */
  static void emit(CollectOp op, Value target, OpBuilder builder) {
    var lowering = new CollectLowering(op);
    LoopNest.loop(0, lowering.buffer.capacity(), 1, List.of(), op.location(), builder, (inner, index, _) -> {
      lowering.place(index, target, inner);
      return List.of();
    });
  }

  private void place(Value index, Value target, OpBuilder builder) {
    if (!(buffer.element() instanceof RankedTensorType element)) {
      var value = builder.create(LoadOp.DEFINITION, location, op.buffer(), index).result(0);
      Elements.store(cut(value, index, builder), target, List.of(index), location, builder);
      return;
    }
    var type = MemRefType.of(element.element(), element.shape());
    var source = builder.create(BufferRefOp.DEFINITION, location, List.of(op.buffer(), index), List.of(type)).result();
    LoopNest.over(element.shape(), location, builder, (inner, indices) -> {
      var value = Elements.load(source, indices, location, inner);
      Elements.store(cut(value, index, inner), target, java.util.stream.Stream.concat(java.util.stream.Stream.of(index), indices.stream()).toList(), location, inner);
    });
  }

  /** {@code value}, or zero from the count on; the test is left out where the count is the capacity. */
  private Value cut(Value value, Value index, OpBuilder builder) {
    if (ConstantOp.valueOf(op.count()).filter(count -> ((IntegerAttr) count).value() == buffer.capacity()).isPresent()) {
      return value;
    }
    var zero = builder.create(ConstantOp.of(RuntimeValues.attribute(value.type(), RuntimeValues.zero(value.type())), location)).result(0);
    var within = builder.create(CmpIOp.of(IntegerPredicate.SLT, index, op.count(), location)).result(0);
    return builder.create(SelectOp.DEFINITION, location, within, value, zero).result();
  }
}

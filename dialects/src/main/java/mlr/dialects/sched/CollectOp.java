package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** A buffer's values as one tensor. */
public final class CollectOp extends Operation {
  private static final OpSpec<CollectOp> SPEC = OpDefinition.named("sched.collect", CollectOp.class, CollectOp::new);
  private static final OperandHandle BUFFER = SPEC.operand("buffer", SchedTypes.BUFFER);
  private static final OperandHandle COUNT = SPEC.operand("count", Types.INDEX);

  static {
    SPEC.result("tensor", Types.TENSOR);
  }

  public static final OpDefinition<CollectOp> DEFINITION = SPEC.summary("a buffer's values as one tensor")
      .description("""
          The first `count` values of `buffer` along a new leading axis, zeros behind them. `count` is at most the capacity, which
          is the extent of that axis.""")
      .effects(Effect.READ).assembly("$buffer `,` $count attr-dict `:` type($buffer) `to` type($tensor)").verify(CollectOp::check).build();

  CollectOp(OperationState state) {
    super(state);
  }

  public Value buffer() {
    return BUFFER.in(this);
  }

  public Value count() {
    return COUNT.in(this);
  }

  private static void check(CollectOp op, DiagnosticEngine diagnostics) {
    var buffer = (BufferType) op.buffer().type();
    var tensor = (RankedTensorType) op.result().type();
    var inner = buffer.element() instanceof ShapedType shaped ? shaped.shape() : java.util.List.<Long>of();
    var shape = new java.util.ArrayList<Long>(java.util.List.of(buffer.capacity()));
    shape.addAll(inner);
    if (!tensor.shape().equals(shape) || !tensor.element().equals(ShapedType.elementOrSelf(buffer.element()))) {
      diagnostics.opError(op, "collects " + buffer + " into " + tensor + " instead of " + RankedTensorType.of(ShapedType.elementOrSelf(buffer.element()), shape));
    }
  }
}

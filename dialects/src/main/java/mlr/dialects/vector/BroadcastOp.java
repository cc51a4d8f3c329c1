package mlr.dialects.vector;

import java.util.List;
import java.util.Optional;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** {@code vector.broadcast}: a scalar or vector repeated to a vector. */
public final class BroadcastOp extends Operation {
  private static final OpSpec<BroadcastOp> SPEC = OpDefinition.named("vector.broadcast", BroadcastOp.class, BroadcastOp::new);
  private static final OperandHandle SOURCE = SPEC.operand("source", Types.SCALAR.or(Types.VECTOR));

  static {
    SPEC.result("vector", Types.VECTOR);
  }

  public static final OpDefinition<BroadcastOp> DEFINITION = SPEC.summary("broadcast operation")
      .description("The source repeated along leading dimensions, and along dimensions of extent 1: trailing extents agree with the "
          + "result's or are 1.")
      .traits(Trait.PURE).assembly("$source attr-dict `:` type($source) `to` type($vector)").verify(BroadcastOp::check)
      .eval(op -> Kernel.Lanes.strictFrom(0, a -> broadcast((VectorType) op.result().type(), a[0])))
      .fold((op, _) -> op.source().type().equals(op.result().type()) ? Constants.existing(op.source()) : Optional.empty()).build();

  BroadcastOp(OperationState state) {
    super(state);
  }

  public Value source() {
    return SOURCE.in(this);
  }

  private static TensorValue broadcast(VectorType type, Object source) {
    if (!(source instanceof TensorValue vector)) {
      return RuntimeValues.splat(type, source);
    }
    var shape = vector.type().shape();
    int lead = type.rank() - shape.size();
    var elements = new Object[Math.toIntExact(type.elementCount())];
    for (int i = 0; i < elements.length; i++) {
      int rest = i;
      int at = 0;
      int stride = 1;
      for (int axis = type.rank() - 1; axis >= lead; axis--) {
        int extent = shape.get(axis - lead).intValue();
        at += (extent == 1 ? 0 : rest % type.shape().get(axis).intValue()) * stride;
        stride *= extent;
        rest /= type.shape().get(axis).intValue();
      }
      elements[i] = vector.get(at);
    }
    return RuntimeValues.tensor(type, elements);
  }

  private void check(DiagnosticEngine diagnostics) {
    var type = (VectorType) result().type();
    var shape = source().type() instanceof ShapedType shaped ? shaped.shape() : List.<Long>of();
    int lead = type.rank() - shape.size();
    boolean good = ShapedType.elementOrSelf(source().type()).equals(type.element()) && lead >= 0;
    for (int i = 0; good && i < shape.size(); i++) {
      good = shape.get(i) == 1 || shape.get(i).equals(type.shape().get(lead + i));
    }
    if (!good) {
      diagnostics.opError(this, "cannot broadcast '" + source().type() + "' to '" + type + "'");
    }
  }
}

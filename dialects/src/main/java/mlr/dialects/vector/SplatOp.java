package mlr.dialects.vector;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.ShapedType;

/** {@code vector.splat}: a scalar in every lane. */
public final class SplatOp extends Operation {
  private static final OpSpec<SplatOp> SPEC = OpDefinition.named("vector.splat", SplatOp.class, SplatOp::new);
  private static final OperandHandle INPUT = SPEC.operand("input", Types.SCALAR);

  static {
    SPEC.result("aggregate", Types.VECTOR);
  }

  public static final OpDefinition<SplatOp> DEFINITION = SPEC.summary("vector splat or broadcast operation")
      .description("The vector whose lanes all are the operand.").traits(Trait.PURE)
      .typesMatchWith("aggregate", "input", type -> ((ShapedType) type).element()).assembly("$input attr-dict `:` type($aggregate)")
      .eval(op -> Kernel.General.strict(a -> RuntimeValues.splat((ShapedType) op.result().type(), a[0])))
      .verify((op, diagnostics) -> {
        if (!((ShapedType) op.result().type()).element().equals(op.input().type())) {
          diagnostics.opError(op, "operand type '" + op.input().type() + "' is not the element type of '" + op.result().type() + "'");
        }
      }).build();

  SplatOp(OperationState state) {
    super(state);
  }

  public Value input() {
    return INPUT.in(this);
  }
}

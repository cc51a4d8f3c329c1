package mlr.dialects.vector;

import mlr.dialects.elementwise.FloatKernels;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.types.FloatType;
import mlr.ir.types.VectorType;

/** {@code vector.fma}: fused multiply-add, lane by lane. */
public final class FMAOp extends Operation {
  private static final TypeConstraint FLOATS = new TypeConstraint("vector of floating-point values", t -> t instanceof VectorType v
      && v.element() instanceof FloatType);
  private static final OpSpec<FMAOp> SPEC = OpDefinition.named("vector.fma", FMAOp.class, FMAOp::new);
  private static final OperandHandle LHS = SPEC.operand("lhs", FLOATS);
  private static final OperandHandle RHS = SPEC.operand("rhs", FLOATS);
  private static final OperandHandle ACC = SPEC.operand("acc", FLOATS);

  static {
    SPEC.result("result", FLOATS);
  }

  public static final OpDefinition<FMAOp> DEFINITION = SPEC.summary("vector fused multiply-add")
      .description("`lhs * rhs + acc`, rounded once, in each lane.")
      .traits(Trait.PURE, Trait.ELEMENTWISE, Trait.SAME_OPERANDS_AND_RESULT_TYPE).assembly("$lhs `,` $rhs `,` $acc attr-dict `:` type($lhs)")
      .eval(op -> FloatKernels.fusedMultiplyAdd(op.lhs().type())).build();

  FMAOp(OperationState state) {
    super(state);
  }

  public Value lhs() {
    return LHS.in(this);
  }

  public Value rhs() {
    return RHS.in(this);
  }

  public Value accumulator() {
    return ACC.in(this);
  }
}

package mlr.dialects.math;

import mlr.dialects.elementwise.FloatKernels;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code math.fma}: fused multiply-add. */
public final class FmaOp extends Operation {
  private static final OpSpec<FmaOp> SPEC = OpDefinition.named("math.fma", FmaOp.class, FmaOp::new);
  private static final OperandHandle A = SPEC.operand("a", Types.FLOAT_LIKE);
  private static final OperandHandle B = SPEC.operand("b", Types.FLOAT_LIKE);
  private static final OperandHandle C = SPEC.operand("c", Types.FLOAT_LIKE);

  static {
    SPEC.result("result", Types.FLOAT_LIKE);
  }

  public static final OpDefinition<FmaOp> DEFINITION = MathDefinitions.withFlags(SPEC, "$a `,` $b `,` $c attr-dict `:` type($result)")
      .summary("fused multiply-add").description("`a * b + c`, rounded once.")
      .traits(Trait.PURE, Trait.ELEMENTWISE, Trait.SAME_OPERANDS_AND_RESULT_TYPE)
      .eval(op -> FloatKernels.fusedMultiplyAdd(op.a().type())).build();

  FmaOp(OperationState state) {
    super(state);
  }

  public Value a() {
    return A.in(this);
  }

  public Value b() {
    return B.in(this);
  }

  public Value c() {
    return C.in(this);
  }
}

package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code replay(y, d)}: a segment's values, one segment later. */
public final class ReplayOp extends Operation {
  private static final OpSpec<ReplayOp> SPEC = OpDefinition.named("reactive.replay", ReplayOp.class, ReplayOp::new);
  private static final OperandHandle OPERAND = SPEC.operand("operand", Types.ANY);
  private static final OperandHandle OTHERWISE = SPEC.operand("otherwise", Types.ANY);
  static {
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<ReplayOp> DEFINITION = SPEC.summary("values of the previous segment")
      .description("""
          At a segment's i-th instant, `operand` at the previous segment's i-th, or `otherwise` where there is none.""")
      .traits(Trait.STATEFUL, Trait.SAME_OPERANDS_AND_RESULT_TYPE)
      .assembly("$operand `,` $otherwise attr-dict `:` type($result)").build();

  ReplayOp(OperationState state) {
    super(state);
  }

  public Value operand() {
    return OPERAND.in(this);
  }

  public Value otherwise() {
    return OTHERWISE.in(this);
  }
}

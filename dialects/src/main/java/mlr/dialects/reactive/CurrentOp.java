package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code current(e, d)}: hold, one clock level up. */
public final class CurrentOp extends Operation {
  private static final OpSpec<CurrentOp> SPEC = OpDefinition.named("reactive.current", CurrentOp.class, CurrentOp::new);
  private static final OperandHandle SAMPLED = SPEC.operand("sampled", Types.ANY);
  private static final OperandHandle OTHERWISE = SPEC.operand("otherwise", Types.ANY);
  static {
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<CurrentOp> DEFINITION = SPEC.summary("hold a sampled stream")
      .description("""
          `sampled` where it is present; elsewhere its last value, or the present `otherwise` before the first. The result is on
          the clock that `sampled`'s clock samples.""")
      .traits(Trait.STATEFUL, Trait.SAME_OPERANDS_AND_RESULT_TYPE)
      .assembly("$sampled `,` $otherwise attr-dict `:` type($result)").build();

  CurrentOp(OperationState state) {
    super(state);
  }

  public Value sampled() {
    return SAMPLED.in(this);
  }

  public Value otherwise() {
    return OTHERWISE.in(this);
  }
}

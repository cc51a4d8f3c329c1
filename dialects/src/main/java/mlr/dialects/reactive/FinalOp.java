package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code final y}: the value at the segment's last instant. */
public final class FinalOp extends Operation {
  private static final OpSpec<FinalOp> SPEC = OpDefinition.named("reactive.final", FinalOp.class, FinalOp::new);
  private static final OperandHandle OPERAND = SPEC.operand("operand", Types.ANY);
  static {
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<FinalOp> DEFINITION = SPEC.summary("value at the last instant")
      .description("""
          The value of `operand`, a stream of the segment's body, at the segment's last instant; in the body itself it is that
          value seen at every instant.""")
      .traits(Trait.SAME_OPERANDS_AND_RESULT_TYPE)
      .effects()
      .assembly("$operand attr-dict `:` type($result)").build();

  FinalOp(OperationState state) {
    super(state);
  }

  public Value operand() {
    return OPERAND.in(this);
  }
}

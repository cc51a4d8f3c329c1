package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code initial y}: the value at the segment's first instant. */
public final class InitialOp extends Operation {
  private static final OpSpec<InitialOp> SPEC = OpDefinition.named("reactive.initial", InitialOp.class, InitialOp::new);
  private static final OperandHandle OPERAND = SPEC.operand("operand", Types.ANY);
  static {
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<InitialOp> DEFINITION = SPEC.summary("value at the first instant")
      .description("""
          In a then part: the value of `operand`, a stream of the segment's body, at the segment's first instant.""")
      .traits(Trait.SAME_OPERANDS_AND_RESULT_TYPE)
      .effects()
      .assembly("$operand attr-dict `:` type($result)").build();

  InitialOp(OperationState state) {
    super(state);
  }

  public Value operand() {
    return OPERAND.in(this);
  }
}

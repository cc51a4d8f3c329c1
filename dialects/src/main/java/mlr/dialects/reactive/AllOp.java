package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;

/** {@code all y}: every value of a segment as one tensor. */
public final class AllOp extends Operation {
  private static final OpSpec<AllOp> SPEC = OpDefinition.named("reactive.all", AllOp.class, AllOp::new);
  private static final OperandHandle OPERAND = SPEC.operand("operand", Types.ANY);
  static {
    SPEC.result("result", Types.TENSOR);
  }

  public static final OpDefinition<AllOp> DEFINITION = SPEC.summary("all values of a segment")
      .description("""
          In a then part: the values of `operand` at the segment's instants, the new axis first; zeros past an early end of an
          `until` segment.""")
      .effects()
      .assembly("$operand attr-dict `:` type($operand) `to` type($result)").build();

  AllOp(OperationState state) {
    super(state);
  }

  public Value operand() {
    return OPERAND.in(this);
  }
}

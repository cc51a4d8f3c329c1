package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code pre x}: the value at the instant before, undefined at the first. */
public final class PreOp extends Operation {
  private static final OpSpec<PreOp> SPEC = OpDefinition.named("reactive.pre", PreOp.class, PreOp::new);
  private static final OperandHandle OPERAND = SPEC.operand("operand", Types.ANY);
  static {
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<PreOp> DEFINITION = SPEC.summary("uninitialised delay")
      .description("""
          The value of `operand` at the previous instant of its clock. At the first instant it is undefined; the initialisation
          analysis proves that nobody looks.""")
      .traits(Trait.STATEFUL, Trait.SAME_OPERANDS_AND_RESULT_TYPE)
      .assembly("$operand attr-dict `:` type($result)").build();

  PreOp(OperationState state) {
    super(state);
  }

  public Value operand() {
    return OPERAND.in(this);
  }
}

package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code init fby next}: a delay by one instant of its clock. */
public final class FbyOp extends Operation {
  private static final OpSpec<FbyOp> SPEC = OpDefinition.named("reactive.fby", FbyOp.class, FbyOp::new);
  private static final OperandHandle INIT = SPEC.operand("init", Types.ANY);
  private static final OperandHandle NEXT = SPEC.operand("next", Types.ANY);
  static {
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<FbyOp> DEFINITION = SPEC.summary("initialised delay")
      .description("""
          The first instant of the scope gives `init`, every later one the value of `next` at the instant before, counted on the
          operands' clock. A reset of the scope starts it afresh. Source: Lustre, Lucid Synchrone.""")
      .traits(Trait.STATEFUL, Trait.SAME_OPERANDS_AND_RESULT_TYPE)
      .assembly("$init `,` $next attr-dict `:` type($result)").build();

  FbyOp(OperationState state) {
    super(state);
  }

  public Value init() {
    return INIT.in(this);
  }

  public Value next() {
    return NEXT.in(this);
  }
}

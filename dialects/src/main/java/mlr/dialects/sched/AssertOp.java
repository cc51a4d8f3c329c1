package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;

/** An assertion. */
public final class AssertOp extends Operation {
  private static final OpSpec<AssertOp> SPEC = OpDefinition.named("sched.assert", AssertOp.class, AssertOp::new);
  private static final OperandHandle CONDITION = SPEC.operand("condition", Types.I1);
  private static final AttributeHandle<StringAttr> MESSAGE = SPEC.attribute("message", StringAttr.class, "what is claimed");
  public static final OpDefinition<AssertOp> DEFINITION = SPEC.summary("assert that a condition holds")
      .description("""
          Fails when `condition` is false.""")
      .effects(Effect.READ, Effect.WRITE)
      .assembly("$condition `,` $message attr-dict").build();

  AssertOp(OperationState state) {
    super(state);
  }

  public Value condition() {
    return CONDITION.in(this);
  }

  public String message() {
    return MESSAGE.in(this).value();
  }
}

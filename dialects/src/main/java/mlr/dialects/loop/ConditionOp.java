package mlr.dialects.loop;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code loop.condition}: ends the first region of a while loop. */
public final class ConditionOp extends Operation {
  private static final OpSpec<ConditionOp> SPEC = OpDefinition.named("loop.condition", ConditionOp.class, ConditionOp::new);
  private static final OperandHandle CONDITION = SPEC.operand("condition", Types.I1);
  private static final OperandHandle ARGS = SPEC.variadicOperand("args", Types.ANY);
  public static final OpDefinition<ConditionOp> DEFINITION = SPEC.summary("loop continuation condition")
      .description("Where the condition is 1 the loop goes on and `args` become the arguments of its second region, else they are its results.")
      .traits(Trait.TERMINATOR, Trait.PURE).assembly("`(` $condition `)` attr-dict ($args^ `:` type($args))?")
      .verify((op, diagnostics) -> {
        if (!(op.parentOp().orElse(op) instanceof WhileOp)) {
          diagnostics.opError(op, "expects parent op 'loop.while'");
        }
      }).build();

  ConditionOp(OperationState state) {
    super(state);
  }

  public Value condition() {
    return CONDITION.in(this);
  }

  public List<Value> arguments() {
    return ARGS.all(this);
  }
}

package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** What the then part hands on. */
public final class ThenYieldOp extends Operation {
  private static final OpSpec<ThenYieldOp> SPEC = OpDefinition.named("reactive.then_yield", ThenYieldOp.class, ThenYieldOp::new);
  private static final OperandHandle NEXT = SPEC.variadicOperand("next", Types.ANY);
  private static final OperandHandle OUTS = SPEC.variadicOperand("outs", Types.ANY);
  public static final OpDefinition<ThenYieldOp> DEFINITION = SPEC.summary("the results of a then part")
      .description("""
          `next` holds the value of each carry at the next segment's first instant, `outs` the results.""")
      .traits(Trait.TERMINATOR, Trait.RETURN_LIKE, Trait.ATTR_SIZED_OPERAND_SEGMENTS)
      .assembly(new GroupsFormat("next", "outs")).build();

  ThenYieldOp(OperationState state) {
    super(state);
  }

  public List<Value> next() {
    return NEXT.all(this);
  }

  public List<Value> outs() {
    return OUTS.all(this);
  }
}

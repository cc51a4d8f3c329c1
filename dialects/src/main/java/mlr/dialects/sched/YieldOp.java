package mlr.dialects.sched;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** The values that leave a guard or a sweep step. */
public final class YieldOp extends Operation {
  private static final OpSpec<YieldOp> SPEC = OpDefinition.named("sched.yield", YieldOp.class, YieldOp::new);
  private static final OperandHandle VALUES = SPEC.variadicOperand("values", Types.ANY);
  public static final OpDefinition<YieldOp> DEFINITION = SPEC.summary("the results of a region")
      .description("""
          Ends a branch of `sched.guard` or a step of `sched.sweep`.""")
      .traits(Trait.TERMINATOR, Trait.RETURN_LIKE)
      .assembly("($values^ `:` type($values))? attr-dict").build();

  YieldOp(OperationState state) {
    super(state);
  }

  public List<Value> values() {
    return VALUES.all(this);
  }
}

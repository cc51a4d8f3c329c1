package mlr.dialects.loop;

import java.util.List;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code loop.yield}: ends a region and hands values on. */
public final class YieldOp extends Operation {
  private static final OpSpec<YieldOp> SPEC = OpDefinition.named("loop.yield", YieldOp.class, YieldOp::new);
  private static final OperandHandle RESULTS = SPEC.variadicOperand("results", Types.ANY);
  public static final OpDefinition<YieldOp> DEFINITION = SPEC.summary("loop yield and termination operation")
      .description("Ends a region; the operands become the next iteration's arguments or the results of the operation around it.")
      .traits(Trait.TERMINATOR, Trait.RETURN_LIKE, Trait.PURE).assembly("attr-dict ($results^ `:` type($results))?").build();

  YieldOp(OperationState state) {
    super(state);
  }

  public List<Value> values() {
    return RESULTS.all(this);
  }

  /** What makes a yield. */
  public static OperationState of(List<? extends Value> values, Location location) {
    return OperationState.of(DEFINITION, location).operands(values);
  }
}

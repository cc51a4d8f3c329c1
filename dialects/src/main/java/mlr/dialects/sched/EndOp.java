package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;

/** The end of an instant. */
public final class EndOp extends Operation {
  private static final OpSpec<EndOp> SPEC = OpDefinition.named("sched.end", EndOp.class, EndOp::new);
  public static final OpDefinition<EndOp> DEFINITION = SPEC.summary("end of a machine")
      .description("""
          Ends a machine's body.""")
      .traits(Trait.TERMINATOR)
      .assembly("attr-dict").build();

  EndOp(OperationState state) {
    super(state);
  }
}

package mlr.dialects.llvm;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;

/** {@code llvm.intr.trap}: stops the program. As upstream's, it has no syntax of its own. */
public final class TrapOp extends Operation {
  public static final OpDefinition<TrapOp> DEFINITION = OpDefinition.named("llvm.intr.trap", TrapOp.class, TrapOp::new)
      .summary("trap").description("Stops the program, by an instruction that the processor refuses; where an assertion has failed.")
      .effects(Effect.WRITE).build();

  TrapOp(OperationState state) {
    super(state);
  }
}

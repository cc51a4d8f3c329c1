package mlr.dialects.cf;

import java.util.List;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Types;

/** {@code cf.cond_br}: goes to one of two blocks by a condition. */
public final class CondBranchOp extends ConditionalBranch {
  public static final OpDefinition<CondBranchOp> DEFINITION = start("cf.cond_br", CondBranchOp.class, CondBranchOp::new, Types.ANY)
      .summary("conditional branch operation").assembly(BranchFormat.CONDITIONAL)
      .canonicalize(() -> CondBranchPatterns.ALL).build();

  CondBranchOp(OperationState state) {
    super(state);
  }

  /** What makes a conditional branch. */
  public static OperationState of(Value condition, Block whenTrue, List<? extends Value> trueArguments, Block whenFalse,
      List<? extends Value> falseArguments, Location location) {
    return state(DEFINITION, condition, whenTrue, trueArguments, whenFalse, falseArguments, location);
  }
}

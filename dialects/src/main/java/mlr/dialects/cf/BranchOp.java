package mlr.dialects.cf;

import java.util.List;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.interfaces.UnconditionalBranchInterface;

/** {@code cf.br}: goes to a block. */
public final class BranchOp extends Operation implements UnconditionalBranchInterface {
  private static final OpSpec<BranchOp> SPEC = OpDefinition.named("cf.br", BranchOp.class, BranchOp::new);
  private static final OperandHandle DEST_OPERANDS = SPEC.variadicOperand("destOperands", Types.ANY);

  public static final OpDefinition<BranchOp> DEFINITION = SPEC.summary("branch operation")
      .description("Goes to the block; the operands become its arguments.")
      .successors(1).traits(Trait.TERMINATOR).effects().assembly(BranchFormat.UNCONDITIONAL).build();

  BranchOp(OperationState state) {
    super(state);
  }

  public Block target() {
    return successors().getFirst();
  }

  @Override
  public List<Value> successorOperands(int successor) {
    return DEST_OPERANDS.all(this);
  }

  @Override
  public void setSuccessorOperands(int successor, List<? extends Value> values) {
    DEST_OPERANDS.set(this, values);
  }

  /** What makes a branch. */
  public static OperationState of(Block target, List<? extends Value> arguments, Location location) {
    return OperationState.of(DEFINITION, location).operands(arguments).successor(target);
  }
}

package mlr.dialects.cf;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.rewrite.RewritePattern;

/** {@code cf.cond_br}: goes to one of two blocks by a condition. */
public final class CondBranchOp extends Operation implements BranchInterface {
  private static final OpDefinition.Builder<CondBranchOp> SPEC = OpDefinition.named("cf.cond_br", CondBranchOp.class, CondBranchOp::new);
  private static final OperandHandle CONDITION = SPEC.operand("condition", Types.I1);
  private static final OperandHandle TRUE_OPERANDS = SPEC.variadicOperand("trueDestOperands", Types.ANY);
  private static final OperandHandle FALSE_OPERANDS = SPEC.variadicOperand("falseDestOperands", Types.ANY);

  public static final OpDefinition<CondBranchOp> DEFINITION = SPEC.summary("conditional branch operation")
      .description("Goes to the first block where the condition is 1, else to the second, each with its own arguments.")
      .successors(2).traits(Trait.TERMINATOR, Trait.ATTR_SIZED_OPERAND_SEGMENTS).effects().assembly(new BranchFormat(1))
      // cond_br true, ^a, ^b = br ^a
      .canonicalize(RewritePattern.on(CondBranchOp.class, "cf.cond_br", "constant condition", (op, rewriter) -> {
        var condition = Constants.integer(ConstantOp.valueOf(op.condition()));
        condition.ifPresent(c -> {
          int taken = c != 0 ? 0 : 1;
          rewriter.replaceOpWith(op, BranchOp.of(op.successors().get(taken), op.successorOperands(taken), op.location()));
        });
        return condition.isPresent();
      })).build();

  CondBranchOp(OperationState state) {
    super(state);
  }

  public Value condition() {
    return CONDITION.in(this);
  }

  @Override
  public List<Value> successorOperands(int successor) {
    return (successor == 0 ? TRUE_OPERANDS : FALSE_OPERANDS).all(this);
  }

  @Override
  public void setSuccessorOperands(int successor, List<? extends Value> values) {
    (successor == 0 ? TRUE_OPERANDS : FALSE_OPERANDS).set(this, values);
  }

  @Override
  public Optional<Integer> successorFor(Function<Value, Optional<Attribute>> constants) {
    return Constants.integer(constants.apply(condition())).map(value -> value != 0 ? 0 : 1);
  }

  /** What makes a conditional branch. */
  public static OperationState of(Value condition, Block whenTrue, List<? extends Value> trueArguments, Block whenFalse,
      List<? extends Value> falseArguments, Location location) {
    return OperationState.of(DEFINITION, location).operand(condition).operands(trueArguments).operands(falseArguments)
        .attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(1, trueArguments.size(), falseArguments.size())).successor(whenTrue)
        .successor(whenFalse);
  }
}

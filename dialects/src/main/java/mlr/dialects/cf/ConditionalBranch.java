package mlr.dialects.cf;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.NamedAttributes;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.Types;
import mlr.ir.interfaces.BranchInterface;

/** Goes to one of two blocks by a condition, each with arguments of its own: what {@code cf.cond_br} and {@code llvm.cond_br} share. */
public abstract class ConditionalBranch extends Operation implements BranchInterface {
  /** The sizes of the operand groups, by how many arguments each successor gets: operations share those of the first few. */
  private static final int SHARED = 4;
  private static final NamedAttributes[] SIZES = new NamedAttributes[SHARED * SHARED];

  static {
    for (int i = 0; i < SIZES.length; i++) {
      SIZES[i] = newSizes(i / SHARED, i % SHARED);
    }
  }

  protected ConditionalBranch(OperationState state) {
    super(state);
  }

  private static NamedAttributes newSizes(int whenTrue, int whenFalse) {
    return NamedAttributes.NONE.with(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(1, whenTrue, whenFalse));
  }

  private static NamedAttributes sizes(int whenTrue, int whenFalse) {
    return whenTrue < SHARED && whenFalse < SHARED ? SIZES[SHARED * whenTrue + whenFalse] : newSizes(whenTrue, whenFalse);
  }

  /** Starts the definition of such an operation, which hands over values of {@code types}. */
  protected static <T extends ConditionalBranch> OpSpec<T> start(String name, Class<T> kind, Function<OperationState, T> factory, TypeConstraint types) {
    var spec = OpDefinition.named(name, kind, factory);
    spec.operand("condition", Types.I1);
    spec.variadicOperand("trueDestOperands", types);
    spec.variadicOperand("falseDestOperands", types);
    return spec.description("Goes to the first block where the condition is 1, else to the second, each with its own arguments.")
        .successors(2).traits(Trait.TERMINATOR, Trait.ATTR_SIZED_OPERAND_SEGMENTS).effects();
  }

  public final Value condition() {
    return operand(0);
  }

  @Override
  public final List<Value> successorOperands(int successor) {
    return definition().operands().get(successor + 1).all(this);
  }

  @Override
  public final void setSuccessorOperands(int successor, List<? extends Value> values) {
    definition().operands().get(successor + 1).set(this, values);
  }

  @Override
  public final Optional<Integer> successorFor(Function<Value, Optional<Attribute>> constants) {
    return Constants.integer(constants.apply(condition())).map(value -> value != 0 ? 0 : 1);
  }

  /** What makes a branch of one of the definitions. */
  protected static OperationState state(OpDefinition<?> definition, Value condition, Block whenTrue, List<? extends Value> trueArguments, Block whenFalse,
      List<? extends Value> falseArguments, Location location) {
    return OperationState.of(definition, location).operand(condition).operands(trueArguments).operands(falseArguments)
        .attributes(sizes(trueArguments.size(), falseArguments.size())).successor(whenTrue)
        .successor(whenFalse);
  }
}

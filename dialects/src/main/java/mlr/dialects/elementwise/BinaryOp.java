package mlr.dialects.elementwise;

import java.util.function.BiFunction;
import java.util.function.Function;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.eval.Kernel;
import mlr.ir.types.ShapedType;

/** An operation with two operands and one result of the same type, element by element. */
public abstract class BinaryOp extends Operation {
  protected BinaryOp(OperationState state) {
    super(state);
  }

  /** Starts the definition of such an operation without side effects; {@code kernel} sees the operation for its flags. */
  public static <T extends BinaryOp> OpSpec<T> start(String name, Class<T> kind, Function<OperationState, T> factory,
      TypeConstraint types,
      BiFunction<T, Type, Kernel> kernel) {
    var spec = OpDefinition.named(name, kind, factory);
    spec.operand("lhs", types);
    spec.operand("rhs", types);
    spec.result("result", types);
    return spec.traits(Trait.ELEMENTWISE, Trait.SAME_OPERANDS_AND_RESULT_TYPE).effects().eval(op -> kernel.apply(op, op.elementType()));
  }

  public final Value lhs() {
    return operand(0);
  }

  public final Value rhs() {
    return operand(1);
  }

  /** The type of each element. */
  public final Type elementType() {
    return ShapedType.elementOrSelf(operand(0).type());
  }
}

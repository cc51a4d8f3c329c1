package mlr.dialects.elementwise;

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

/** An operation with one operand and one result of the same type, element by element. */
public abstract class UnaryOp extends Operation {
  protected UnaryOp(OperationState state) {
    super(state);
  }

  /** Starts the definition of such an operation without side effects. */
  public static <T extends UnaryOp> OpSpec<T> start(String name, Class<T> kind, Function<OperationState, T> factory,
      TypeConstraint types,
      Function<Type, Kernel> kernel) {
    var spec = OpDefinition.named(name, kind, factory);
    spec.operand("operand", types);
    spec.result("result", types);
    return spec.traits(Trait.PURE, Trait.ELEMENTWISE, Trait.SAME_OPERANDS_AND_RESULT_TYPE).eval(op -> kernel.apply(op.elementType()));
  }

  public final Value operand() {
    return operand(0);
  }

  /** The type of each element. */
  public final Type elementType() {
    return ShapedType.elementOrSelf(operand(0).type());
  }
}

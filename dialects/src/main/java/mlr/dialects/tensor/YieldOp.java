package mlr.dialects.tensor;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code tensor.yield}: ends the body of {@code tensor.generic}. */
public final class YieldOp extends Operation {
  private static final OpSpec<YieldOp> SPEC = OpDefinition.named("tensor.yield", YieldOp.class, YieldOp::new);
  private static final OperandHandle VALUES = SPEC.variadicOperand("values", Types.ANY);
  public static final OpDefinition<YieldOp> DEFINITION = SPEC.summary("yield elements from a region")
      .description("The elements that one step of `tensor.generic` gives, one for each of its outputs.")
      .traits(Trait.TERMINATOR, Trait.RETURN_LIKE, Trait.PURE).assembly("$values attr-dict `:` type($values)").build();

  YieldOp(OperationState state) {
    super(state);
  }

  public List<Value> values() {
    return VALUES.all(this);
  }
}

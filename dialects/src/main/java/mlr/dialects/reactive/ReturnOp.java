package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** The outputs of a node. */
public final class ReturnOp extends Operation {
  private static final OpSpec<ReturnOp> SPEC = OpDefinition.named("reactive.return", ReturnOp.class, ReturnOp::new);
  private static final OperandHandle OUTPUTS = SPEC.variadicOperand("outputs", Types.ANY);
  public static final OpDefinition<ReturnOp> DEFINITION = SPEC.summary("the outputs of a node")
      .description("""
          Ends a node's body; one operand an output, in order.""")
      .traits(Trait.TERMINATOR, Trait.RETURN_LIKE)
      .assembly("($outputs^ `:` type($outputs))? attr-dict").build();

  ReturnOp(OperationState state) {
    super(state);
  }

  public List<Value> outputs() {
    return OUTPUTS.all(this);
  }
}

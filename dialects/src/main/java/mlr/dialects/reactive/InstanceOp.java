package mlr.dialects.reactive;

import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.interfaces.CallInterface;

/** An instance of a node. */
public final class InstanceOp extends Operation implements CallInterface {
  private static final OpSpec<InstanceOp> SPEC = OpDefinition.named("reactive.instance", InstanceOp.class, InstanceOp::new);
  private static final OperandHandle ARGUMENTS = SPEC.variadicOperand("arguments", Types.ANY);
  private static final OperandHandle EVERY = SPEC.optionalOperand("every", Types.I1);
  static {
    SPEC.variadicResult("outputs", Types.ANY);
  }

  private static final AttributeHandle<SymbolRefAttr> CALLEE = SPEC.attribute("callee", SymbolRefAttr.class, "the node's symbol");
  public static final OpDefinition<InstanceOp> DEFINITION = SPEC.summary("an instance of a node")
      .description("""
          Runs the node `callee` with memory of its own on the arguments. Where `every` is there and true, that memory is re-
          initialised before the step; a reset while the instance sleeps is kept.""")
      .traits(Trait.STATEFUL, Trait.ATTR_SIZED_OPERAND_SEGMENTS)
      .assembly(new InstanceFormat()).build();

  InstanceOp(OperationState state) {
    super(state);
  }

  public List<Value> arguments() {
    return ARGUMENTS.all(this);
  }

  public Optional<Value> every() {
    return EVERY.optional(this);
  }

  @Override
  public SymbolRefAttr callee() {
    return CALLEE.in(this);
  }
}

package mlr.dialects.sched;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.interfaces.CallInterface;

/** A call of an external C function. */
public final class CallOp extends Operation implements CallInterface {
  private static final OpSpec<CallOp> SPEC = OpDefinition.named("sched.call", CallOp.class, CallOp::new);
  private static final OperandHandle ARGUMENTS = SPEC.variadicOperand("arguments", Types.ANY);
  static {
    SPEC.variadicResult("outputs", Types.ANY);
  }

  private static final AttributeHandle<SymbolRefAttr> CALLEE = SPEC.attribute("callee", SymbolRefAttr.class, "the function's symbol");
  public static final OpDefinition<CallOp> DEFINITION = SPEC.summary("call an external function")
      .description("""
          Calls `callee`, declared by `func.func private`.""")
      .assembly("$callee `(` $arguments `)` attr-dict `:` functional-type($arguments, $outputs)").build();

  CallOp(OperationState state) {
    super(state);
  }

  public List<Value> arguments() {
    return ARGUMENTS.all(this);
  }

  @Override
  public SymbolRefAttr callee() {
    return CALLEE.in(this);
  }
}

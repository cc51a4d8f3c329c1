package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Types;

/** An input port's memory. */
public final class InputRefOp extends Operation {
  private static final OpSpec<InputRefOp> SPEC = OpDefinition.named("sched.input_ref", InputRefOp.class, InputRefOp::new);
  static {
    SPEC.result("memref", Types.MEMREF);
  }

  private static final AttributeHandle<StringAttr> PORT = SPEC.attribute("port", StringAttr.class, "the port's name");
  public static final OpDefinition<InputRefOp> DEFINITION = SPEC.summary("an input port's memory")
      .description("""
          The memory of an input tensor, read only.""")
      .effects()
      .assembly("$port attr-dict `:` type($memref)").build();

  InputRefOp(OperationState state) {
    super(state);
  }

  public String port() {
    return PORT.in(this).value();
  }
}

package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Types;

/** An output port's memory. */
public final class OutputRefOp extends Operation {
  private static final OpSpec<OutputRefOp> SPEC = OpDefinition.named("sched.output_ref", OutputRefOp.class, OutputRefOp::new);
  static {
    SPEC.result("memref", Types.MEMREF);
  }

  private static final AttributeHandle<StringAttr> PORT = SPEC.attribute("port", StringAttr.class, "the port's name");
  public static final OpDefinition<OutputRefOp> DEFINITION = SPEC.summary("an output port's memory")
      .description("""
          The memory of an output tensor.""")
      .effects()
      .assembly("$port attr-dict `:` type($memref)").build();

  OutputRefOp(OperationState state) {
    super(state);
  }

  public String port() {
    return PORT.in(this).value();
  }
}

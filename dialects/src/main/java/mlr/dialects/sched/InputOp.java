package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Types;

/** Reads an input port. */
public final class InputOp extends Operation {
  private static final OpSpec<InputOp> SPEC = OpDefinition.named("sched.input", InputOp.class, InputOp::new);
  static {
    SPEC.result("value", Types.ANY);
  }

  private static final AttributeHandle<StringAttr> PORT = SPEC.attribute("port", StringAttr.class, "the port's name");
  public static final OpDefinition<InputOp> DEFINITION = SPEC.summary("read an input")
      .description("""
          The value of the machine's input `port`; only to be executed where the port's clock is present.""")
      .effects(Effect.READ)
      .assembly("$port attr-dict `:` type($value)").build();

  InputOp(OperationState state) {
    super(state);
  }

  public String port() {
    return PORT.in(this).value();
  }
}

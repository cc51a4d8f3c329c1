package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;

/** Writes an output port. */
public final class OutputOp extends Operation {
  private static final OpSpec<OutputOp> SPEC = OpDefinition.named("sched.output", OutputOp.class, OutputOp::new);
  private static final OperandHandle VALUE = SPEC.operand("value", Types.ANY);
  private static final AttributeHandle<StringAttr> PORT = SPEC.attribute("port", StringAttr.class, "the port's name");
  public static final OpDefinition<OutputOp> DEFINITION = SPEC.summary("write an output")
      .description("""
          Gives output `port` its value of this instant; only to be executed where the port's clock is present.""")
      .effects(Effect.WRITE)
      .assembly("$port `,` $value attr-dict `:` type($value)").build();

  OutputOp(OperationState state) {
    super(state);
  }

  public Value value() {
    return VALUE.in(this);
  }

  public String port() {
    return PORT.in(this).value();
  }
}

package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.types.IntegerType;

/** {@code x when c}: sampling. */
public final class WhenOp extends Operation {
  private static final OpSpec<WhenOp> SPEC = OpDefinition.named("reactive.when", WhenOp.class, WhenOp::new);
  private static final OperandHandle OPERAND = SPEC.operand("operand", Types.ANY);
  private static final OperandHandle CONDITION = SPEC.operand("condition", Types.INTEGER);
  static {
    SPEC.result("result", Types.ANY);
  }

  private static final AttributeHandle<IntegerAttr> VALUE = SPEC.attribute("value", IntegerAttr.class, "the condition's value, i64", IntegerAttr.of(IntegerType.I64));
  public static final OpDefinition<WhenOp> DEFINITION = SPEC.summary("sample a stream")
      .description("""
          Present where `condition` equals `value` (Booleans: 0 or 1; enumerations: the constructor's number), absent elsewhere.""")
      .infer(state -> List.of(state.operands().getFirst().type()))
      .effects()
      .assembly(new WhenFormat()).build();

  WhenOp(OperationState state) {
    super(state);
  }

  public Value operand() {
    return OPERAND.in(this);
  }

  public Value condition() {
    return CONDITION.in(this);
  }

  public long value() {
    return VALUE.in(this).value();
  }
}

package mlr.dialects.sched;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;

/** Reads a cell of state. */
public final class ReadOp extends Operation {
  private static final OpSpec<ReadOp> SPEC = OpDefinition.named("sched.read", ReadOp.class, ReadOp::new);
  private static final OperandHandle SLOT = SPEC.operand("slot", SchedTypes.SLOT);
  static {
    SPEC.result("value", Types.ANY);
  }

  public static final OpDefinition<ReadOp> DEFINITION = SPEC.summary("read a slot")
      .description("""
          The value last written, or the slot's `init`.""")
      .effects(Effect.READ)
      .infer(state -> List.of(((SlotType) state.operands().getFirst().type()).element()))
      .assembly("$slot attr-dict `:` type($slot)").build();

  ReadOp(OperationState state) {
    super(state);
  }

  public Value slot() {
    return SLOT.in(this);
  }
}

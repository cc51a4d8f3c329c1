package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;

/** A slot's memory. */
public final class SlotRefOp extends Operation {
  private static final OpSpec<SlotRefOp> SPEC = OpDefinition.named("sched.slot_ref", SlotRefOp.class, SlotRefOp::new);
  private static final OperandHandle SLOT = SPEC.operand("slot", SchedTypes.SLOT);
  static {
    SPEC.result("memref", Types.MEMREF);
  }

  public static final OpDefinition<SlotRefOp> DEFINITION = SPEC.summary("a slot's memory")
      .description("""
          The memory of a slot that holds a tensor.""")
      .effects()
      .assembly("$slot attr-dict `:` type($slot) `to` type($memref)").build();

  SlotRefOp(OperationState state) {
    super(state);
  }

  public Value slot() {
    return SLOT.in(this);
  }
}

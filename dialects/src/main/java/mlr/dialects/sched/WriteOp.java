package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;

/** Writes a cell of state. */
public final class WriteOp extends Operation {
  private static final OpSpec<WriteOp> SPEC = OpDefinition.named("sched.write", WriteOp.class, WriteOp::new);
  private static final OperandHandle VALUE = SPEC.operand("value", Types.ANY);
  private static final OperandHandle SLOT = SPEC.operand("slot", SchedTypes.SLOT);
  public static final OpDefinition<WriteOp> DEFINITION = SPEC.summary("write a slot")
      .description("""
          Seen by the reads that follow.""")
      .effects(Effect.WRITE)
      .typesMatchWith("slot", "value", type -> ((SlotType) type).element())
      .assembly("$value `,` $slot attr-dict `:` type($slot)")
      .verify((op, diagnostics) -> SchedTypes.checkElement(op, op.value(), ((SlotType) op.slot().type()).element(), diagnostics)).build();

  WriteOp(OperationState state) {
    super(state);
  }

  public Value value() {
    return VALUE.in(this);
  }

  public Value slot() {
    return SLOT.in(this);
  }
}

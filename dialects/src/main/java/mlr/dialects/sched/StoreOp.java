package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;

/** Writes a place of a buffer. */
public final class StoreOp extends Operation {
  private static final OpSpec<StoreOp> SPEC = OpDefinition.named("sched.store", StoreOp.class, StoreOp::new);
  private static final OperandHandle VALUE = SPEC.operand("value", Types.ANY);
  private static final OperandHandle BUFFER = SPEC.operand("buffer", SchedTypes.BUFFER);
  private static final OperandHandle INDEX = SPEC.operand("index", Types.INDEX);
  public static final OpDefinition<StoreOp> DEFINITION = SPEC.summary("write a buffer")
      .description("""
          Puts `value` at `index`, from 0; out of range is undefined behaviour.""")
      .effects(Effect.WRITE)
      .typesMatchWith("buffer", "value", type -> ((BufferType) type).element())
      .assembly("$value `,` $buffer `[` $index `]` attr-dict `:` type($buffer)")
      .verify((op, diagnostics) -> SchedTypes.checkElement(op, op.value(), ((BufferType) op.buffer().type()).element(), diagnostics)).build();

  StoreOp(OperationState state) {
    super(state);
  }

  public Value value() {
    return VALUE.in(this);
  }

  public Value buffer() {
    return BUFFER.in(this);
  }

  public Value index() {
    return INDEX.in(this);
  }
}

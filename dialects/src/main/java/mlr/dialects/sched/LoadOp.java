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

/** Reads a place of a buffer. */
public final class LoadOp extends Operation {
  private static final OpSpec<LoadOp> SPEC = OpDefinition.named("sched.load", LoadOp.class, LoadOp::new);
  private static final OperandHandle BUFFER = SPEC.operand("buffer", SchedTypes.BUFFER);
  private static final OperandHandle INDEX = SPEC.operand("index", Types.INDEX);
  static {
    SPEC.result("value", Types.ANY);
  }

  public static final OpDefinition<LoadOp> DEFINITION = SPEC.summary("read a buffer")
      .description("""
          The value at `index`, from 0; out of range is undefined behaviour.""")
      .effects(Effect.READ)
      .infer(state -> List.of(((BufferType) state.operands().getFirst().type()).element()))
      .assembly("$buffer `[` $index `]` attr-dict `:` type($buffer)").build();

  LoadOp(OperationState state) {
    super(state);
  }

  public Value buffer() {
    return BUFFER.in(this);
  }

  public Value index() {
    return INDEX.in(this);
  }
}

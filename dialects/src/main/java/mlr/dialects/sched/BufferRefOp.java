package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;

/** The memory of a place of a buffer. */
public final class BufferRefOp extends Operation {
  private static final OpSpec<BufferRefOp> SPEC = OpDefinition.named("sched.buffer_ref", BufferRefOp.class, BufferRefOp::new);
  private static final OperandHandle BUFFER = SPEC.operand("buffer", SchedTypes.BUFFER);
  private static final OperandHandle INDEX = SPEC.operand("index", Types.INDEX);
  static {
    SPEC.result("memref", Types.MEMREF);
  }

  public static final OpDefinition<BufferRefOp> DEFINITION = SPEC.summary("the memory of a place of a buffer")
      .description("""
          The memory of place `index` of a buffer of tensors.""")
      .effects()
      .assembly("$buffer `[` $index `]` attr-dict `:` type($buffer) `to` type($memref)").build();

  BufferRefOp(OperationState state) {
    super(state);
  }

  public Value buffer() {
    return BUFFER.in(this);
  }

  public Value index() {
    return INDEX.in(this);
  }
}

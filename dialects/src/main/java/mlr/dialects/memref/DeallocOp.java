package mlr.dialects.memref;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;

/** {@code memref.dealloc}: frees memory. */
public final class DeallocOp extends Operation {
  private static final OpSpec<DeallocOp> SPEC = OpDefinition.named("memref.dealloc", DeallocOp.class, DeallocOp::new);
  private static final OperandHandle MEMREF = SPEC.operand("memref", Types.MEMREF);
  public static final OpDefinition<DeallocOp> DEFINITION = SPEC.summary("memory deallocation operation")
      .description("Ends the life of the memory that `memref.alloc` gave; access afterwards, and freeing twice, is undefined.")
      .effects(Effect.FREE).assembly("$memref attr-dict `:` type($memref)")
      .canonicalize(CastFolding.into(DeallocOp.class, "memref.dealloc")).build();

  DeallocOp(OperationState state) {
    super(state);
  }

  public Value memref() {
    return MEMREF.in(this);
  }
}

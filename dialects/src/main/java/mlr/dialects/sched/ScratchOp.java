package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Types;
import mlr.ir.types.IntegerType;

/** A part of the scratch arena. */
public final class ScratchOp extends Operation {
  private static final OpSpec<ScratchOp> SPEC = OpDefinition.named("sched.scratch", ScratchOp.class, ScratchOp::new);
  static {
    SPEC.result("memref", Types.MEMREF);
  }

  private static final AttributeHandle<IntegerAttr> OFFSET = SPEC.typedAttribute("offset", IntegerAttr.class, IntegerType.I64, "bytes from the arena's start, i64");
  public static final OpDefinition<ScratchOp> DEFINITION = SPEC.summary("a part of the scratch arena")
      .description("""
          Memory in the machine's one arena, live within an instant; contents are unspecified at first.""")
      .effects()
      .assembly("$offset attr-dict `:` type($memref)").build();

  ScratchOp(OperationState state) {
    super(state);
  }

  /** Bytes from the start of the arena. */
  public long offset() {
    return OFFSET.in(this).value();
  }
}

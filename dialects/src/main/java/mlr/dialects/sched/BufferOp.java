package mlr.dialects.sched;

import java.util.Set;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.diagnostics.DiagnosticEngine;

/** A bounded buffer of a segment. */
public final class BufferOp extends Operation {
  private static final OpSpec<BufferOp> SPEC = OpDefinition.named("sched.buffer", BufferOp.class, BufferOp::new);
  static {
    SPEC.result("buffer", SchedTypes.BUFFER);
  }

  private static final AttributeHandle<StringAttr> OWNER = SPEC.attribute("owner", StringAttr.class, "the variable in the source");
  private static final AttributeHandle<StringAttr> KIND = SPEC.attribute("kind", StringAttr.class, "ring, stack or alternating");
  public static final OpDefinition<BufferOp> DEFINITION = SPEC.summary("a bounded buffer")
      .description("""
          `capacity` values of one type between a forward and a backward sweep: `ring`, `stack` (filled forward, read backward)
          or `alternating` (direction changes each segment).""")
      .effects(Effect.ALLOCATE)
      .assembly("$owner $kind attr-dict `:` type($buffer)")
      .verify(BufferOp::check).build();

  BufferOp(OperationState state) {
    super(state);
  }

  /** The variable in the source that this memory is for. */
  public String owner() {
    return OWNER.in(this).value();
  }

  public String kind() {
    return KIND.in(this).value();
  }

  public BufferType type() {
    return (BufferType) result().type();
  }

  private static void check(BufferOp op, DiagnosticEngine diagnostics) {
    if (!Set.of("ring", "stack", "alternating").contains(op.kind())) {
      diagnostics.opError(op, "is of kind '" + op.kind() + "', which is none of ring, stack, alternating");
    }
  }
}

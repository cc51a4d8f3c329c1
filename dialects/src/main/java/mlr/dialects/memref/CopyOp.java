package mlr.dialects.memref;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.types.MemRefType;

/** {@code memref.copy}: copies all elements. */
public final class CopyOp extends Operation {
  private static final OpSpec<CopyOp> SPEC = OpDefinition.named("memref.copy", CopyOp.class, CopyOp::new);
  private static final OperandHandle SOURCE = SPEC.operand("source", Types.MEMREF);
  private static final OperandHandle TARGET = SPEC.operand("target", Types.MEMREF);
  public static final OpDefinition<CopyOp> DEFINITION = SPEC.summary("copies the data from the source to the destination memref")
      .description("Copies every element; both have the same extents and element type, in any layouts. Overlapping memory is undefined unless equal.")
      .effects(Effect.READ, Effect.WRITE).assembly("$source `,` $target attr-dict `:` type($source) `to` type($target)")
      .verify((op, diagnostics) -> {
        var from = (MemRefType) op.source().type();
        var to = (MemRefType) op.target().type();
        if (!from.element().equals(to.element()) || !ShapeCompatibility.of(from.shape(), to.shape())) {
          diagnostics.opError(op, "requires the same element type and compatible shapes, but got '" + from + "' and '" + to + "'");
        }
      }).canonicalize(CastFolding.into(CopyOp.class, "memref.copy", CopyOp::fits), RewritePattern.on(CopyOp.class, "memref.copy", "copy to itself", (op, rewriter) -> {
        boolean same = op.source() == op.target();
        if (same) {
          rewriter.eraseOp(op);
        }
        return same;
      })).build();

  CopyOp(OperationState state) {
    super(state);
  }

  private boolean fits(MemRefType type) {
    return ShapeCompatibility.of(type.shape(), ((MemRefType) source().type()).shape()) && ShapeCompatibility.of(type.shape(), ((MemRefType) target().type()).shape());
  }

  public Value source() {
    return SOURCE.in(this);
  }

  public Value target() {
    return TARGET.in(this);
  }
}

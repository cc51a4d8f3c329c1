package mlr.dialects.reactive;

import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;

/** {@code reset … every c}: equations whose memory starts afresh where c holds. */
public final class ResetOp extends Operation {
  private static final OpSpec<ResetOp> SPEC = OpDefinition.named("reactive.reset", ResetOp.class, ResetOp::new);
  private static final OperandHandle CONDITION = SPEC.operand("condition", Types.I1);
  static {
    SPEC.variadicResult("outputs", Types.ANY);
  }

  private static final RegionHandle BODY = SPEC.regionOfOneBlock("body");
  public static final OpDefinition<ResetOp> DEFINITION = SPEC.summary("a block of equations with a reset")
      .description("""
          Where `condition` is true, all memory inside is re-initialised before the step of that instant. A reset while
          something inside sleeps is kept until it wakes.""")
      .traits(Trait.RECURSIVE_EFFECTS, Trait.GRAPH_REGION, Trait.SINGLE_BLOCK)
      .assembly(new ResetFormat()).verify(ResetOp::check).build();

  ResetOp(OperationState state) {
    super(state);
  }

  public Value condition() {
    return CONDITION.in(this);
  }

  public Block body() {
    return BODY.in(this).entry();
  }

  private static void check(ResetOp op, DiagnosticEngine diagnostics) {
    if (!(op.body().last().orElse(null) instanceof YieldOp end)) {
      diagnostics.opError(op, "must end with reactive.yield");
    } else if (!Value.types(end.operands()).equals(op.resultTypes())) {
      diagnostics.opError(op, "yields " + Value.types(end.operands()) + " for results " + op.resultTypes());
    }
  }
}

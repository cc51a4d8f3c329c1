package mlr.dialects.reactive;

import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** The then part of a segment. */
public final class ThenOp extends Operation {
  private static final OpSpec<ThenOp> SPEC = OpDefinition.named("reactive.then", ThenOp.class, ThenOp::new);
  static {
    SPEC.variadicResult("outputs", Types.ANY);
  }

  private static final RegionHandle BODY = SPEC.regionOfOneBlock("body");
  public static final OpDefinition<ThenOp> DEFINITION = SPEC.summary("what happens once a segment")
      .description("""
          Evaluated once a segment, at its end. Causal values of the body stand for their last one; anticausal values come
          through `reactive.initial`, `reactive.final` and `reactive.all`. Its own memory lives on the end clock and survives
          borders.""")
      .traits(Trait.RECURSIVE_EFFECTS, Trait.GRAPH_REGION, Trait.SINGLE_BLOCK)
      .assembly(new ThenFormat()).verify((op, diagnostics) -> {
        if (!op.isEnded()) {
          diagnostics.opError(op, "must end with reactive.then_yield");
        }
      }).build();

  ThenOp(OperationState state) {
    super(state);
  }

  public Block body() {
    return BODY.in(this).entry();
  }

  /** Whether there is the terminator that there has to be. */
  boolean isEnded() {
    return !BODY.in(this).isEmpty() && body().last().orElse(null) instanceof ThenYieldOp;
  }

  /** The terminator. */
  public ThenYieldOp yield() {
    return (ThenYieldOp) body().last().orElseThrow();
  }
}

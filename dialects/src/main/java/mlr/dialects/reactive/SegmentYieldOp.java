package mlr.dialects.reactive;

import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** What leaves a segment, and the end of an until segment. */
public final class SegmentYieldOp extends Operation {
  private static final OpSpec<SegmentYieldOp> SPEC = OpDefinition.named("reactive.segment_yield", SegmentYieldOp.class, SegmentYieldOp::new);
  private static final OperandHandle UNTIL = SPEC.optionalOperand("until", Types.I1);
  private static final OperandHandle OUTS = SPEC.variadicOperand("outs", Types.ANY);
  public static final OpDefinition<SegmentYieldOp> DEFINITION = SPEC.summary("the results of a segment")
      .description("""
          `until`, for `until` segments only, is true at the last instant. `outs` are the segment's results in order: causal
          streams of the body (time only), the end flag, the position, and results of `reactive.then`.""")
      .traits(Trait.TERMINATOR, Trait.RETURN_LIKE, Trait.ATTR_SIZED_OPERAND_SEGMENTS)
      .assembly(new GroupsFormat("until", "outs")).build();

  SegmentYieldOp(OperationState state) {
    super(state);
  }

  public Optional<Value> until() {
    return UNTIL.optional(this);
  }

  public List<Value> outs() {
    return OUTS.all(this);
  }
}

package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code next post last}: the mirror of fby. */
public final class PostOp extends Operation {
  private static final OpSpec<PostOp> SPEC = OpDefinition.named("reactive.post", PostOp.class, PostOp::new);
  private static final OperandHandle NEXT = SPEC.operand("next", Types.ANY);
  private static final OperandHandle LAST = SPEC.operand("last", Types.ANY);
  static {
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<PostOp> DEFINITION = SPEC.summary("delay against time")
      .description("""
          The value of `next` at the next instant of the enclosing segment, counted on the operands' clock, and the value of
          `last` at the last. Never crosses a segment's border; a reset does not touch it.""")
      .traits(Trait.SAME_OPERANDS_AND_RESULT_TYPE)
      .effects()
      .assembly("$next `,` $last attr-dict `:` type($result)").build();

  PostOp(OperationState state) {
    super(state);
  }

  public Value next() {
    return NEXT.in(this);
  }

  public Value last() {
    return LAST.in(this);
  }
}

package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code first -> rest}. */
public final class ArrowOp extends Operation {
  private static final OpSpec<ArrowOp> SPEC = OpDefinition.named("reactive.arrow", ArrowOp.class, ArrowOp::new);
  private static final OperandHandle FIRST = SPEC.operand("first", Types.ANY);
  private static final OperandHandle REST = SPEC.operand("rest", Types.ANY);
  static {
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<ArrowOp> DEFINITION = SPEC.summary("first, then rest")
      .description("""
          `first` at the first instant of the scope, `rest` at all later ones.""")
      .traits(Trait.STATEFUL, Trait.SAME_OPERANDS_AND_RESULT_TYPE)
      .assembly("$first `,` $rest attr-dict `:` type($result)").build();

  ArrowOp(OperationState state) {
    super(state);
  }

  public Value first() {
    return FIRST.in(this);
  }

  public Value rest() {
    return REST.in(this);
  }
}

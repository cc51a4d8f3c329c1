package mlr.dialects.vector;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.ShapedType;

/** {@code vector.extractelement}: the lane at a run-time position. */
public final class ExtractElementOp extends Operation {
  private static final OpSpec<ExtractElementOp> SPEC =
      OpDefinition.named("vector.extractelement", ExtractElementOp.class, ExtractElementOp::new);
  private static final OperandHandle VECTOR = SPEC.operand("vector", Types.VECTOR);
  private static final OperandHandle POSITION = SPEC.operand("position", Types.INTEGER_OR_INDEX);

  static {
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<ExtractElementOp> DEFINITION = SPEC.summary("extractelement operation")
      .description("The element of a one-dimensional vector at the position; poison out of range.").traits(Trait.PURE)
      .typesMatchWith("vector", "result", type -> ((ShapedType) type).element())
      .assembly("$vector `[` $position `:` type($position) `]` attr-dict `:` type($vector)")
      .infer(state -> List.of(((ShapedType) state.operands().getFirst().type()).element()))
      .eval(op -> Kernel.Lanes.strictFrom(1, a -> {
        ExtractOp.requireInside((ShapedType) op.vector().type(), new long[] {(Long) a[1]});
        return RuntimeValues.elements((ShapedType) op.vector().type(), a[0]).get((int) (long) (Long) a[1]);
      })).verify((op, diagnostics) -> {
        if (((ShapedType) op.vector().type()).rank() != 1) {
          diagnostics.opError(op, "unexpected >1 vector rank");
        }
      }).build();

  ExtractElementOp(OperationState state) {
    super(state);
  }

  public Value vector() {
    return VECTOR.in(this);
  }

  public Value position() {
    return POSITION.in(this);
  }
}

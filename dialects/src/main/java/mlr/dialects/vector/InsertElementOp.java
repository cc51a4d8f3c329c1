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

/** {@code vector.insertelement}: a vector with the lane at a run-time position replaced. */
public final class InsertElementOp extends Operation {
  private static final OpSpec<InsertElementOp> SPEC =
      OpDefinition.named("vector.insertelement", InsertElementOp.class, InsertElementOp::new);
  private static final OperandHandle SOURCE = SPEC.operand("source", Types.ANY);
  private static final OperandHandle DEST = SPEC.operand("dest", Types.VECTOR);
  private static final OperandHandle POSITION = SPEC.operand("position", Types.INTEGER_OR_INDEX);

  static {
    SPEC.result("result", Types.VECTOR);
  }

  public static final OpDefinition<InsertElementOp> DEFINITION = SPEC.summary("insertelement operation")
      .description("A one-dimensional vector with the element at the position replaced; poison out of range.").traits(Trait.PURE)
      .typesMatchWith("result", "source", type -> ((ShapedType) type).element()).typesMatchWith("result", "dest", type -> type)
      .assembly("$source `,` $dest `[` $position `:` type($position) `]` attr-dict `:` type($result)")
      .infer(state -> List.of(state.operands().get(1).type()))
      .eval(op -> Kernel.Lanes.strictFrom(2, a -> {
        var type = (ShapedType) op.destination().type();
        ExtractOp.requireInside(type, new long[] {(Long) a[2]});
        var old = RuntimeValues.elements(type, a[1]);
        var elements = new Object[Math.toIntExact(type.elementCount())];
        for (int i = 0; i < elements.length; i++) {
          elements[i] = i == (Long) a[2] ? a[0] : old.get(i);
        }
        return RuntimeValues.tensor(type, elements);
      })).verify((op, diagnostics) -> {
        if (((ShapedType) op.destination().type()).rank() != 1) {
          diagnostics.opError(op, "unexpected >1 vector rank");
        }
      }).build();

  InsertElementOp(OperationState state) {
    super(state);
  }

  public Value source() {
    return SOURCE.in(this);
  }

  public Value destination() {
    return DEST.in(this);
  }

  public Value position() {
    return POSITION.in(this);
  }
}

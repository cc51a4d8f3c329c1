package mlr.dialects.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.memref.MixedIndices;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.PoisonResult;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** {@code vector.extract}: a lane, or a vector of fewer dimensions, at a position. */
public final class ExtractOp extends Operation {
  private static final OpSpec<ExtractOp> SPEC = OpDefinition.named("vector.extract", ExtractOp.class, ExtractOp::new);
  private static final OperandHandle VECTOR = SPEC.operand("vector", Types.VECTOR);
  private static final AttributeHandle<DenseArrayAttr> POSITION =
      SPEC.attribute("static_position", DenseArrayAttr.class, "position, one number an index", DenseArrayAttr.of(IntegerType.I64));

  static {
    SPEC.variadicOperand("dynamic_position", Types.INDEX);
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<ExtractOp> DEFINITION = SPEC.summary("extract operation")
      .description("What stands at the position: an element when there are as many indices as dimensions, else the vector of the remaining "
          + "ones. Poison for a dynamic index out of range.")
      .traits(Trait.PURE).assembly(new PositionFormat(false)).verify(ExtractOp::check).eval(op -> Kernel.Lanes.strictFrom(1, op::extract)).fold((op, _) -> op.known())
      .infer(state -> List.of(VectorTypes.at((VectorType) state.operands().getFirst()
      .type(), ((DenseArrayAttr) state.attributes().get("static_position").orElseThrow()).values().size()))).build();

  ExtractOp(OperationState state) {
    super(state);
  }

  public Value vector() {
    return VECTOR.in(this);
  }

  public MixedIndices position() {
    return PositionFormat.position(this, 0);
  }

  /** What makes an extraction at a static position. */
  public static OperationState of(Value vector, Location location, long... position) {
    return OperationState.of(DEFINITION, location).operands(vector).attribute(POSITION.name(), DenseArrayAttr.i64(position));
  }

  /** What was spread over the vector, or put at the same place of it. */
  private Optional<FoldResult> known() {
    return vector().definingOp().flatMap(source -> switch (source) {
      case BroadcastOp broadcast when broadcast.source().type().equals(result().type()) -> Constants.existing(broadcast.source());
      case SplatOp splat when splat.input().type().equals(result().type()) -> Constants.existing(splat.input());
      case InsertOp insertion when insertion.position().equals(position()) -> Constants.existing(insertion.source());
      default -> Optional.empty();
    });
  }

  private Object extract(Object[] arguments) {
    var type = (VectorType) vector().type();
    var position = PositionFormat.resolve(this, 0, arguments);
    requireInside(type, position);
    var source = RuntimeValues.elements(type, arguments[0]);
    int start = VectorTypes.offset(type, position);
    if (!(result().type() instanceof VectorType part)) {
      return source.get(start);
    }
    var elements = new ArrayList<Object>();
    for (int i = 0; i < part.elementCount(); i++) {
      elements.add(source.get(start + i));
    }
    return RuntimeValues.tensor(part, elements.toArray());
  }

  static void requireInside(ShapedType type, long[] position) {
    for (int i = 0; i < position.length; i++) {
      if (position[i] < 0 || position[i] >= type.shape().get(i)) {
        throw PoisonResult.INSTANCE;
      }
    }
  }

  private void check(DiagnosticEngine diagnostics) {
    var type = (VectorType) vector().type();
    var position = POSITION.in(this).values();
    VectorTypes.checkPosition(this, type, position(), diagnostics);
    if (position.size() <= type.rank() && !VectorTypes.at(type, position.size()).equals(result().type())) {
      diagnostics.opError(this, "result type '" + result()
          .type() + "' is not what stands at the position, '" + VectorTypes.at(type, position.size()) + "'");
    }
  }
}

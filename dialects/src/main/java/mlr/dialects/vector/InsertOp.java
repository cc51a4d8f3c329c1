package mlr.dialects.vector;

import java.util.List;
import mlr.dialects.memref.MixedIndices;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.IntegerType;
import mlr.ir.types.VectorType;

/** {@code vector.insert}: a vector with what stands at a position replaced. */
public final class InsertOp extends Operation {
  private static final OpSpec<InsertOp> SPEC = OpDefinition.named("vector.insert", InsertOp.class, InsertOp::new);
  private static final OperandHandle SOURCE = SPEC.operand("source", Types.ANY);
  private static final OperandHandle DEST = SPEC.operand("dest", Types.VECTOR);
  private static final AttributeHandle<DenseArrayAttr> POSITION =
      SPEC.attribute("static_position", DenseArrayAttr.class, "position, one number an index", DenseArrayAttr.of(IntegerType.I64));

  static {
    SPEC.variadicOperand("dynamic_position", Types.INDEX);
    SPEC.result("res", Types.VECTOR);
  }

  public static final OpDefinition<InsertOp> DEFINITION = SPEC.summary("insert operation")
      .description("`dest` with the element or sub-vector at the position replaced by `source`. Poison for a dynamic index out of range.")
      .traits(Trait.PURE).assembly(new PositionFormat(true)).verify(InsertOp::check).eval(op -> Kernel.Lanes.strictFrom(2, op::insert))
      .infer(state -> List.of(state.operands().get(1).type())).build();

  InsertOp(OperationState state) {
    super(state);
  }

  public Value source() {
    return SOURCE.in(this);
  }

  public Value destination() {
    return DEST.in(this);
  }

  public MixedIndices position() {
    return PositionFormat.position(this, 1);
  }

  /** What makes an insertion at a static position. */
  public static OperationState of(Value source, Value destination, Location location, long... position) {
    return OperationState.of(DEFINITION, location).operands(source, destination).attribute(POSITION.name(), DenseArrayAttr.i64(position));
  }

  private Object insert(Object[] arguments) {
    var type = (VectorType) destination().type();
    var position = PositionFormat.resolve(this, 1, arguments);
    ExtractOp.requireInside(type, position);
    int start = VectorTypes.offset(type, position);
    var old = RuntimeValues.elements(type, arguments[1]);
    var elements = new Object[old.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = old.get(i);
    }
    if (source().type() instanceof VectorType partType) {
      var part = RuntimeValues.elements(partType, arguments[0]);
      for (int i = 0; i < part.size(); i++) {
        elements[start + i] = part.get(i);
      }
    } else {
      elements[start] = arguments[0];
    }
    return RuntimeValues.tensor(type, elements);
  }

  private void check(DiagnosticEngine diagnostics) {
    var type = (VectorType) destination().type();
    var position = POSITION.in(this).values();
    VectorTypes.checkPosition(this, type, position(), diagnostics);
    if (!result().type().equals(type) || position.size() <= type.rank() && !VectorTypes.at(type, position.size()).equals(source().type())) {
      diagnostics.opError(this, "'" + source().type() + "' is not what stands at the position of '" + type + "'");
    }
  }
}

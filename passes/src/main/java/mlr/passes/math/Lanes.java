package mlr.passes.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.vector.ExtractOp;
import mlr.dialects.vector.InsertOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.types.FloatType;
import mlr.ir.types.VectorType;

/** Applies what exists for scalars only to each lane of vectors. */
final class Lanes {
  private Lanes() {}

  /** {@code scalar}, which gives an {@code element}, of the operands, which are scalars or vectors of one shape, at {@code builder}. */
  static Value map(List<Value> operands, Type element, Function<List<Value>, Value> scalar, Location location, OpBuilder builder) {
    if (!(operands.getFirst().type() instanceof VectorType shape)) {
      return scalar.apply(operands);
    }
    var type = shape.with(shape.shape(), element);
    Value result = builder.create(ConstantOp.of(element instanceof FloatType ? Constants.ofFloat(type, 0) : Constants.ofInteger(type, 0), location)).result();
    for (long lane = 0; lane < type.elementCount(); lane++) {
      var position = position(type, lane);
      var elements = new ArrayList<Value>();
      for (var operand : operands) {
        elements.add(builder.create(ExtractOp.of(operand, location, position)).result());
      }
      result = builder.create(InsertOp.of(scalar.apply(elements), result, location, position)).result();
    }
    return result;
  }

  private static long[] position(VectorType type, long lane) {
    var position = new long[type.rank()];
    for (int axis = type.rank() - 1; axis >= 0; axis--) {
      position[axis] = lane % type.shape().get(axis);
      lane /= type.shape().get(axis);
    }
    return position;
  }
}

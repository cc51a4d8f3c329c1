package mlr.passes.tensortoloops;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.tensor.Products.MatmulOp;
import mlr.dialects.vector.BroadcastOp;
import mlr.dialects.vector.LoadOp;
import mlr.dialects.vector.StoreOp;
import mlr.ir.OpBuilder;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.VectorType;

/**
 * The loops of a product with a matrix on the right that lies in memory: the elements of several columns at once, one lane each, where
 * they lie side by side in every row; the columns left over one by one.
 */
record MatmulLowering(MatmulOp op, ElementLowering elements, TensorMemory memory, LoweringOptions options) {
  /** Whether there are at least two columns to compute at once. */
  static boolean applies(MatmulOp op, ElementLowering elements) {
    return ((RankedTensorType) op.rhs().type()).rank() == 2 && columns(op) > 1 && elements.isInMemory(op.rhs());
  }

  private static long columns(MatmulOp op) {
    return ((RankedTensorType) op.rhs().type()).shape().getLast();
  }

  void storeTo(Value target, OpBuilder builder) {
    var left = (RankedTensorType) op.lhs().type();
    LoopNest.over(left.shape().subList(0, left.rank() - 1), op.location(), builder, (inner, row) -> storeRow(row, target, inner));
  }

  private void storeRow(List<Value> row, Value target, OpBuilder builder) {
    long lanes = Math.min(options.lanes(), columns(op));
    long blocked = columns(op) / lanes * lanes;
    var location = op.location();
    LoopNest.loop(0, blocked, lanes, List.of(), location, builder, (inner, column, _) -> {
      var sums = sums(row, column, lanes, inner);
      inner.create(OperationState.of(StoreOp.DEFINITION, location).operands(sums, target).operands(row).operands(column));
      return List.of();
    });
    LoopNest.loop(blocked, columns(op), 1, List.of(), location, builder, (inner, column, _) -> {
      var indices = new ArrayList<>(row);
      indices.add(column);
      Elements.store(elements.compute(op, indices, inner), target, indices, location, inner);
      return List.of();
    });
  }

  /** The elements of {@code lanes} columns from {@code column} on in one row. */
  private Value sums(List<Value> row, Value column, long lanes, OpBuilder builder) {
    var location = op.location();
    var right = (RankedTensorType) op.rhs().type();
    var type = VectorType.of(right.element(), lanes);
    var matrix = memory.get(op.rhs());
    var zero = MultiplyAdd.zero(type, location, builder);
    return new ContractionLoop(options.unroll(), 1).emit(right.shape().getFirst(), zero, location, builder, (inner, k, _, sum) -> {
      var indices = new ArrayList<>(row);
      indices.add(k);
      var factor = elements.element(op.lhs(), indices, location, inner);
      var spread = inner.create(BroadcastOp.DEFINITION, location, List.of(factor), List.of(type)).result();
      var weights = inner.create(OperationState.of(LoadOp.DEFINITION, location).operands(matrix, k, column).result(type)).result();
      return new MultiplyAdd(options.unfused()).emit(spread, weights, sum, location, inner);
    });
  }
}

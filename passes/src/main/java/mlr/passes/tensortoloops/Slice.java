package mlr.passes.tensortoloops;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.memref.MixedIndices;
import mlr.dialects.tensor.Slicing.ExtractSliceOp;
import mlr.dialects.tensor.Slicing.InsertSliceOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Value;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/**
 * Where the elements of a slice lie in the whole tensor.
 *
 * @param offsets where it starts in each dimension of the whole
 * @param strides how far apart its elements are
 * @param kept which dimensions of the whole the slice has; the others have extent 1 and are dropped from its rank
 */
record Slice(MixedIndices offsets, List<Long> strides, List<Boolean> kept, Location location) {
  static Slice of(ExtractSliceOp op) {
    return new Slice(op.offsets(), op.strides(), kept(op.sizes(), (RankedTensorType) op.result().type()), op.location());
  }

  static Slice of(InsertSliceOp op) {
    return new Slice(op.offsets(), op.strides(), kept(op.sizes(), (RankedTensorType) op.source().type()), op.location());
  }

  private static List<Boolean> kept(List<Long> sizes, RankedTensorType part) {
    var kept = new ArrayList<Boolean>();
    int next = 0;
    for (long size : sizes) {
      boolean keeps = next < part.rank() && part.shape().get(next) == size;
      kept.add(keeps);
      next += keeps ? 1 : 0;
    }
    return kept;
  }

  /** The indices in the whole of the slice's element at {@code indices}. */
  List<Value> indices(List<Value> indices, OpBuilder builder) {
    var arithmetic = new IndexArithmetic(builder, location);
    var whole = new ArrayList<Value>();
    int nextIndex = 0;
    int nextDynamic = 0;
    for (int i = 0; i < kept.size(); i++) {
      boolean isStatic = offsets.statics().get(i) != ShapedType.DYNAMIC;
      var start = isStatic ? arithmetic.constant(offsets.statics().get(i)) : offsets.dynamics().get(nextDynamic++);
      whole.add(kept.get(i) ? arithmetic.add(arithmetic.multiply(indices.get(nextIndex++), strides.get(i)), start) : start);
    }
    return whole;
  }
}

package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mlr.dialects.tensor.Elements.ExtractOp;
import mlr.dialects.tensor.Slicing.ExtractSliceOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** Parts of tensors along the leading axis. */
final class Elements {
  private Elements() {}

  /** The part of {@code tensor} at {@code index}: a slice of type {@code type}, or an element. */
  static Value extract(Value tensor, Value index, Type type, OpBuilder builder, Location location) {
    if (!(type instanceof RankedTensorType slice)) {
      return builder.create(ExtractOp.DEFINITION, location, List.of(tensor, index), List.of(type)).result();
    }
    var offsets = new ArrayList<Long>(List.of(ShapedType.DYNAMIC));
    var sizes = new ArrayList<Long>(List.of(1L));
    for (long extent : slice.shape()) {
      offsets.add(0L);
      sizes.add(extent);
    }
    var strides = Collections.nCopies(sizes.size(), 1L);
    return builder.create(ExtractSliceOp.of(tensor, slice, offsets, List.of(index), sizes, strides, location)).result(0);
  }
}

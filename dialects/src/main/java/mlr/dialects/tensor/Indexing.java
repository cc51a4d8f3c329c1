package mlr.dialects.tensor;

import java.util.List;
import mlr.ir.Value;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.RankedTensorType;

/** Row-major positions in static shapes. */
final class Indexing {
  /** The operand type of operations whose meaning needs the extents. */
  static final TypeConstraint STATIC_TENSOR = new TypeConstraint("statically shaped tensor of any type values", t -> t instanceof RankedTensorType r
      && r.hasStaticShape());

  private Indexing() {}

  static RankedTensorType type(Value value) {
    return (RankedTensorType) value.type();
  }

  /** The position of the element at {@code indices}; undefined behaviour outside the extents. */
  static int position(List<Long> shape, long[] indices) {
    long at = 0;
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || indices[i] >= shape.get(i)) {
        throw new UndefinedBehavior("index " + indices[i] + " of dimension " + i + " is outside its extent " + shape.get(i));
      }
      at = at * shape.get(i) + indices[i];
    }
    return Math.toIntExact(at);
  }

  /** How many elements a shape has. */
  static int count(List<Long> shape) {
    long count = 1;
    for (long extent : shape) {
      count *= extent;
    }
    return Math.toIntExact(count);
  }

  /** Visits every index of a shape in row-major order; the array is only good until the visitor returns. */
  static void forEach(List<Long> shape, Visitor visitor) {
    var indices = new long[shape.size()];
    int count = count(shape);
    for (int i = 0; i < count; i++) {
      visitor.visit(i, indices);
      for (int axis = indices.length - 1; axis >= 0 && ++indices[axis] == shape.get(axis); axis--) {
        indices[axis] = 0;
      }
    }
  }

  /** Sees a position and its indices. */
  @FunctionalInterface
  interface Visitor {
    void visit(int position, long[] indices);
  }
}

package mlr.ir.types;

import java.util.List;
import mlr.ir.Type;

/** {@code vector<8xf32>}; {@code scalable} marks the dimensions printed in brackets. */
public record VectorType(List<Long> shape, Type element, List<Boolean> scalable) implements ShapedType {
  public VectorType {
    shape = List.copyOf(shape);
    scalable = List.copyOf(scalable);
  }

  /** A vector with fixed extents. */
  public static VectorType of(Type element, long... shape) {
    return of(element, java.util.Arrays.stream(shape).boxed().toList());
  }

  /** A vector with fixed extents. */
  public static VectorType of(Type element, List<Long> shape) {
    return new VectorType(shape, element, shape.stream().map(_ -> false).toList());
  }

  @Override
  public VectorType with(List<Long> newShape, Type newElement) {
    return newShape.size() == scalable.size() ? new VectorType(newShape, newElement, scalable) : of(newElement, newShape);
  }

  @Override
  public String toString() {
    var out = new StringBuilder("vector<");
    for (int i = 0; i < shape.size(); i++) {
      out.append(scalable.get(i) ? "[" + shape.get(i) + "]" : shape.get(i).toString()).append('x');
    }
    return out.append(element).append('>').toString();
  }
}

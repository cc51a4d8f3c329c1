package mlr.ir.types;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.text.AttributeText;

/** {@code tensor<2x3xf32>} with an optional encoding. */
public record RankedTensorType(List<Long> shape, Type element, Optional<Attribute> encoding) implements ShapedType {
  public RankedTensorType {
    shape = List.copyOf(shape);
  }

  /** A tensor without encoding. */
  public static RankedTensorType of(Type element, long... shape) {
    return new RankedTensorType(java.util.Arrays.stream(shape).boxed().toList(), element, Optional.empty());
  }

  /** A tensor without encoding. */
  public static RankedTensorType of(Type element, List<Long> shape) {
    return new RankedTensorType(shape, element, Optional.empty());
  }

  @Override
  public RankedTensorType with(List<Long> newShape, Type newElement) {
    return new RankedTensorType(newShape, newElement, encoding);
  }

  @Override
  public String toString() {
    return AttributeText.FULL.type(this);
  }
}

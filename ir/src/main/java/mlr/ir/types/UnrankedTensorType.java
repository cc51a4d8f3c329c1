package mlr.ir.types;

import java.util.List;
import mlr.ir.Type;

/** {@code tensor<*xf32>}. */
public record UnrankedTensorType(Type element) implements ShapedType {
  @Override
  public List<Long> shape() {
    return List.of();
  }

  @Override
  public boolean hasRank() {
    return false;
  }

  @Override
  public ShapedType with(List<Long> shape, Type newElement) {
    return RankedTensorType.of(newElement, shape);
  }

  @Override
  public String toString() {
    return "tensor<*x" + element + ">";
  }
}

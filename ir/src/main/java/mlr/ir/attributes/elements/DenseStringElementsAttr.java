package mlr.ir.attributes.elements;

import java.util.List;
import mlr.ir.attributes.TypedAttr;
import mlr.ir.text.AttributeText;
import mlr.ir.types.ShapedType;

/** {@code dense<["a", "b"]> : tensor<2x!d.string>}: strings, row-major; one when all are equal. */
public record DenseStringElementsAttr(ShapedType type, List<String> values) implements TypedAttr {
  public DenseStringElementsAttr {
    values = values.stream().distinct().count() == 1 ? List.of(values.getFirst()) : List.copyOf(values);
  }

  @Override
  public String toString() {
    return AttributeText.FULL.attribute(this);
  }
}

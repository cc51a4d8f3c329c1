package mlr.ir.attributes;

import java.util.List;
import mlr.ir.Attribute;
import mlr.ir.text.AttributeText;

/** {@code [a, b, …]}. */
public record ArrayAttr(List<Attribute> elements) implements Attribute {
  public ArrayAttr {
    elements = List.copyOf(elements);
  }

  /** An array of strings. */
  public static ArrayAttr ofStrings(List<String> values) {
    return new ArrayAttr(values.stream().<Attribute>map(StringAttr::new).toList());
  }

  /** The elements as strings, where all are string attributes. */
  public List<String> strings() {
    return elements.stream().map(e -> ((StringAttr) e).value()).toList();
  }

  @Override
  public String toString() {
    return AttributeText.FULL.attribute(this);
  }
}

package mlr.ir.types;

import java.util.List;
import mlr.ir.Type;
import mlr.ir.text.AttributeText;

/** {@code tuple<i32, f32>}. */
public record TupleType(List<Type> elements) implements Type {
  public TupleType {
    elements = List.copyOf(elements);
  }

  @Override
  public String toString() {
    return AttributeText.FULL.type(this);
  }
}

package mlr.ir.types;

import java.util.List;
import mlr.ir.Type;
import mlr.ir.text.AttributeText;

/** {@code (inputs) -> results}. */
public record FunctionType(List<Type> inputs, List<Type> results) implements Type {
  public FunctionType {
    inputs = List.copyOf(inputs);
    results = List.copyOf(results);
  }

  @Override
  public String toString() {
    return AttributeText.FULL.type(this);
  }
}

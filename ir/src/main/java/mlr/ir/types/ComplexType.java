package mlr.ir.types;

import mlr.ir.Type;

/** {@code complex<f32>}. */
public record ComplexType(Type element) implements Type {
  @Override
  public String toString() {
    return "complex<" + element + ">";
  }
}

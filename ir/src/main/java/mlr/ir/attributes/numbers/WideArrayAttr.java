package mlr.ir.attributes.numbers;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.text.FloatText;
import mlr.ir.types.FloatType;

/** {@code array<i128: 1, 2>}: numbers of a type of more than 64 bits (floats as raw bits); every other is a {@link DenseArrayAttr}. */
public record WideArrayAttr(Type element, List<BigInteger> values) implements Attribute {
  public WideArrayAttr {
    values = List.copyOf(values);
  }

  @Override
  public String toString() {
    var numbers = values.stream().map(value -> element instanceof FloatType format ? FloatText.print(format, value) : value.toString());
    return "array<" + element + numbers.collect(Collectors.joining(", ", values.isEmpty() ? "" : ": ", ">"));
  }
}

package mlr.ir.attributes;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.text.FloatText;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;

/** {@code array<i32: 1, 2>}: numbers of an integer or floating-point type of at most 64 bits (floats as raw bits). */
public record DenseArrayAttr(Type element, List<Long> values) implements Attribute {
  public DenseArrayAttr {
    values = List.copyOf(values);
  }

  public static DenseArrayAttr i32(int... values) {
    var boxed = new Long[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = (long) values[i];
    }
    return new DenseArrayAttr(IntegerType.I32, List.of(boxed));
  }

  public static DenseArrayAttr i64(long... values) {
    return new DenseArrayAttr(IntegerType.I64, Arrays.stream(values).boxed().toList());
  }

  /** The constraint that the numbers are of a type. */
  public static Predicate<DenseArrayAttr> of(Type element) {
    return attribute -> attribute.element().equals(element);
  }

  /** The numbers as ints. */
  public int[] ints() {
    return values.stream().mapToInt(Long::intValue).toArray();
  }

  /** The numbers as longs. */
  public long[] longs() {
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public String toString() {
    return "array<" + element + (values.isEmpty() ? "" : ": ") + numbers() + ">";
  }

  /** The numbers alone, separated by commas. */
  public String numbers() {
    return values.stream().map(this::number).collect(Collectors.joining(", "));
  }

  private String number(long value) {
    if (element instanceof FloatType type) {
      return FloatText.print(type, value);
    }
    return new IntegerAttr(element, value).literal();
  }
}

package mlr.ir.attributes;

import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.Attribute;
import mlr.ir.types.ShapedType;

/** {@code strided<[s0, …], offset: o>}, in elements; dynamic parts print as {@code ?}. */
public record StridedLayoutAttr(long offset, List<Long> strides) implements Attribute {
  public StridedLayoutAttr {
    strides = List.copyOf(strides);
  }

  @Override
  public String toString() {
    var list = strides.stream().map(StridedLayoutAttr::number).collect(Collectors.joining(", ", "[", "]"));
    return "strided<" + list + (offset == 0 ? "" : ", offset: " + number(offset)) + ">";
  }

  private static String number(long value) {
    return value == ShapedType.DYNAMIC ? "?" : Long.toString(value);
  }
}

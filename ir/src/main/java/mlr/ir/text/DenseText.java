package mlr.ir.text;

import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import mlr.ir.Attribute;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.elements.DenseStringElementsAttr;
import mlr.ir.attributes.elements.SparseElementsAttr;
import mlr.ir.attributes.numbers.WideFloatAttr;
import mlr.ir.attributes.numbers.WideIntegerAttr;
import mlr.ir.types.IntegerType;

/** The text of dense elements: nested lists, one element for a splat, a hex string above {@link #HEX_FROM} elements; and of sparse ones. */
final class DenseText {
  /** From this many elements on a hex string is printed, as upstream does by default. */
  public static final int HEX_FROM = 101;

  private DenseText() {}

  /** The elements without their type. */
  static String literal(DenseElementsAttr dense) {
    return "dense<" + elements(dense, true) + ">";
  }

  /** The elements without their type. */
  static String literal(DenseStringElementsAttr dense) {
    return "dense<" + elements(dense) + ">";
  }

  /** The indices and elements without their type. */
  static String literal(SparseElementsAttr sparse) {
    if (sparse.indices().count() == 0) {
      return "sparse<>";
    }
    return "sparse<" + elements(sparse.indices(), false) + ", " + switch (sparse.values()) {
      case DenseElementsAttr numbers -> elements(numbers, true);
      case DenseStringElementsAttr strings -> elements(strings);
      default -> throw new IllegalStateException("sparse elements of " + sparse.values());
    } + ">";
  }

  private static String elements(DenseElementsAttr dense, boolean allowHex) {
    if (dense.isSplat()) {
      return element(dense.element(0));
    }
    if (allowHex && dense.count() >= HEX_FROM) {
      return "\"0x" + HexFormat.of().withUpperCase().formatHex(bytes(dense)) + "\"";
    }
    return list(dense.type().shape(), i -> element(dense.element(i)));
  }

  private static String elements(DenseStringElementsAttr dense) {
    return dense.values().size() == 1 ? Quoting.quote(dense.values().getFirst()) : list(dense.type().shape(), i -> Quoting.quote(dense.values().get(i)));
  }

  // Upstream packs eight i1 elements into a byte, the first one lowest.
  private static byte[] bytes(DenseElementsAttr dense) {
    var stored = new byte[dense.buffer().remaining()];
    dense.buffer().get(stored);
    if (!dense.type().element().equals(IntegerType.I1)) {
      return stored;
    }
    var packed = new byte[(stored.length + 7) / 8];
    for (int i = 0; i < stored.length; i++) {
      packed[i / 8] |= (byte) (stored[i] << i % 8);
    }
    return packed;
  }

  private static String list(List<Long> shape, IntFunction<String> element) {
    if (shape.contains(0L)) {
      return "";
    }
    var out = new StringBuilder();
    nested(shape, 0, 0, element, out);
    return out.toString();
  }

  private static int nested(List<Long> shape, int axis, int at, IntFunction<String> element, StringBuilder out) {
    if (axis == shape.size()) {
      out.append(element.apply(at));
      return at + 1;
    }
    out.append('[');
    int next = at;
    for (long i = 0; i < shape.get(axis); i++) {
      if (i > 0) {
        out.append(", ");
      }
      next = nested(shape, axis + 1, next, element, out);
    }
    out.append(']');
    return next;
  }

  private static String element(Attribute element) {
    return switch (element) {
      case FloatAttr number -> FloatText.print(number.type(), number.bits());
      case WideFloatAttr number -> FloatText.print(number.type(), number.bits());
      case WideIntegerAttr number -> number.value().toString();
      case IntegerAttr number -> number.literal();
      case ArrayAttr parts -> "(" + element(parts.elements().getFirst()) + "," + element(parts.elements().getLast()) + ")";
      default -> throw new IllegalStateException("dense element " + element);
    };
  }
}

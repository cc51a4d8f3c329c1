package mlr.ir.text;

import java.util.HexFormat;
import java.util.List;
import mlr.ir.Attribute;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.IntegerType;

/** The text of dense elements: nested lists, one element for a splat, a hex string above {@link #HEX_FROM} elements. */
public final class DenseText {
  /** From this many elements on a hex string is printed, as upstream does by default. */
  public static final int HEX_FROM = 101;

  private DenseText() {}

  public static String print(DenseElementsAttr dense) {
    var out = new StringBuilder("dense<");
    if (dense.count() == 0) {
      return out.append("> : ").append(dense.type()).toString();
    }
    if (dense.isSplat()) {
      out.append(scalar(dense, 0));
    } else if (dense.count() >= HEX_FROM) {
      out.append("\"0x").append(HexFormat.of().withUpperCase().formatHex(bytes(dense))).append('"');
    } else {
      nested(dense, dense.type().shape(), 0, 0, out);
    }
    return out.append("> : ").append(dense.type()).toString();
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

  private static int nested(DenseElementsAttr dense, List<Long> shape, int axis, int at, StringBuilder out) {
    if (axis == shape.size()) {
      out.append(scalar(dense, at));
      return at + 1;
    }
    out.append('[');
    int next = at;
    for (long i = 0; i < shape.get(axis); i++) {
      if (i > 0) {
        out.append(", ");
      }
      next = nested(dense, shape, axis + 1, next, out);
    }
    out.append(']');
    return next;
  }

  private static String scalar(DenseElementsAttr dense, int index) {
    Attribute element = dense.element(index);
    return switch (element) {
      case FloatAttr number -> FloatText.print(number.type(), number.bits());
      case IntegerAttr number when number.type().equals(IntegerType.I1) -> number.toString();
      case IntegerAttr number -> Long.toString(number.value());
      default -> throw new IllegalStateException("dense element " + element);
    };
  }
}

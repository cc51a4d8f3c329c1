package mlr.tools.mlr.trace;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.reactive.NodeInterface.Port;
import mlr.ir.types.ShapedType;

/** The columns of a port in a table: its name, or for a tensor one column an element, {@code x[0,3]}, row-major. */
public final class PortColumns {
  private PortColumns() {}

  public static List<String> of(Port port) {
    if (!(port.type() instanceof ShapedType tensor)) {
      return List.of(port.name());
    }
    var names = new ArrayList<String>();
    for (long i = 0; i < tensor.elementCount(); i++) {
      names.add(port.name() + index(tensor.shape(), i));
    }
    return names;
  }

  private static String index(List<Long> shape, long element) {
    var parts = new ArrayList<String>();
    long rest = element;
    for (long extent : shape.reversed()) {
      parts.addFirst(Long.toString(rest % extent));
      rest /= extent;
    }
    return "[" + String.join(",", parts) + "]";
  }
}

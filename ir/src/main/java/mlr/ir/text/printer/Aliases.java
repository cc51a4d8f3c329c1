package mlr.ir.text.printer;

import java.util.LinkedHashMap;
import java.util.Map;
import mlr.ir.attributes.AffineMapAttr;

/** The aliases of affine maps, {@code #map}, {@code #map1}, …, in order of their first use. */
final class Aliases {
  private final Map<AffineMapAttr, String> names = new LinkedHashMap<>();

  String of(AffineMapAttr map) {
    return names.computeIfAbsent(map, _ -> "#map" + (names.isEmpty() ? "" : names.size()));
  }

  /** A line for each alias. */
  String definitions() {
    var out = new StringBuilder();
    names.forEach((map, name) -> out.append(name).append(" = ").append(map).append('\n'));
    return out.toString();
  }
}

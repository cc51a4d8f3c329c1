package mlr.dialects.memref;

import java.util.List;
import mlr.ir.types.ShapedType;

/** Whether shapes can be the same at run time. */
final class ShapeCompatibility {
  private ShapeCompatibility() {}

  /** Equal rank, and equal extents wherever both are static. */
  static boolean of(List<Long> a, List<Long> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).equals(b.get(i)) && a.get(i) != ShapedType.DYNAMIC && b.get(i) != ShapedType.DYNAMIC) {
        return false;
      }
    }
    return true;
  }
}

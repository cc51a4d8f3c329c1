package mlr.dialects.memref;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** Whether types can be of the same memory. */
final class ShapeCompatibility {
  private ShapeCompatibility() {}

  /** Reports a view whose elements or memory space are not those of its source; returns whether there was nothing to report. */
  static boolean check(Operation view, MemRefType source, MemRefType result, DiagnosticEngine diagnostics) {
    if (!source.element().equals(result.element())) {
      diagnostics.opError(view, "expected result element type to be '" + source.element() + "', but got '" + result + "'");
    } else if (!source.memorySpace().equals(result.memorySpace())) {
      diagnostics.opError(view, "different memory spaces specified for base memref type '" + source + "' and view memref type '" + result + "'");
    } else {
      return true;
    }
    return false;
  }

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

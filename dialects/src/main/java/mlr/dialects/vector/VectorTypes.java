package mlr.dialects.vector;

import java.util.List;
import mlr.dialects.memref.MixedIndices;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** Checks and types that vector operations share. */
final class VectorTypes {
  static final TypeConstraint FIXED = new TypeConstraint("fixed-length vector of any type values", type -> type instanceof VectorType vector && !vector.scalable().contains(true));

  private VectorTypes() {}

  /** Reports a vector whose elements are not those of the memref (nor the vector the memref's own element), or do not lie side by side in it. */
  static void checkTransfer(Operation op, Value base, Type vector, DiagnosticEngine diagnostics) {
    var memref = (MemRefType) base.type();
    var element = memref.element();
    if (memref.layout().orElse(UnitAttr.UNIT) instanceof StridedLayoutAttr layout && !layout.strides().isEmpty() && layout.strides().getLast() != 1) {
      diagnostics.opError(op, "most minor memref dim must have unit stride, but the base is a '" + memref + "'");
      return;
    }
    if (!element.equals(vector) && !element.equals(((VectorType) vector).element())) {
      diagnostics.opError(op, "base and vector element types should match, but '" + base.type() + "' holds '" + element + "'");
    }
  }

  /** The type at a position of {@code depth} indices: the element, or the vector of the remaining extents. */
  static Type at(VectorType type, int depth) {
    List<Long> rest = type.shape().subList(depth, type.rank());
    return rest.isEmpty() ? type.element() : VectorType.of(type.element(), rest);
  }

  /** Row-major position of the first element at a static position. */
  static int offset(VectorType type, long[] position) {
    long offset = 0;
    for (int i = 0; i < type.rank(); i++) {
      offset = offset * type.shape().get(i) + (i < position.length ? position[i] : 0);
    }
    return Math.toIntExact(offset);
  }

  /** Reports a static position that does not lie inside the vector. */
  static void checkPosition(Operation op, VectorType type, MixedIndices indices, DiagnosticEngine diagnostics) {
    if (MixedIndices.dynamicCount(indices.statics()) != indices.dynamics().size()) {
      diagnostics.opError(op, "expected " + MixedIndices.dynamicCount(indices.statics()) + " dynamic position values, but got " + indices.dynamics().size());
      return;
    }
    var position = indices.statics().stream().map(p -> p == ShapedType.DYNAMIC ? 0 : p).toList();
    if (position.size() > type.rank()) {
      diagnostics.opError(op, "expected position attribute of rank no greater than vector rank " + type.rank() + ", but got " + position.size());
      return;
    }
    for (int i = 0; i < position.size(); i++) {
      if (position.get(i) < 0 || position.get(i) >= type.shape().get(i)) {
        diagnostics.opError(op, "expected position attribute #" + (i + 1)
            + " to be a non-negative integer smaller than the corresponding vector dimension " + type.shape().get(i));
      }
    }
  }
}

package mlr.ir.types;

import java.util.List;
import mlr.ir.Type;

/** A type with an element type and, when ranked, a list of extents. */
public sealed interface ShapedType extends Type permits VectorType, RankedTensorType, UnrankedTensorType, MemRefType, UnrankedMemRefType {
  /** The extent that is not known before run time, as upstream's {@code ShapedType::kDynamic}. */
  long DYNAMIC = Long.MIN_VALUE;

  /** The type of each element. */
  Type element();

  /** The extents, outermost first; empty for rank 0 and for unranked types. */
  List<Long> shape();

  /** The same kind of type with another shape and element. */
  ShapedType with(List<Long> shape, Type element);

  /** Whether the rank is known. */
  default boolean hasRank() {
    return true;
  }

  /** Number of extents. */
  default int rank() {
    return shape().size();
  }

  /** Whether the rank and every extent are known. */
  default boolean hasStaticShape() {
    return hasRank() && !shape().contains(DYNAMIC);
  }

  /** Product of the extents, which must be static. */
  default long elementCount() {
    long n = 1;
    for (long d : shape()) {
      n = Math.multiplyExact(n, d);
    }
    return n;
  }

  /** The element type of a shaped type, any other type itself. */
  static Type elementOrSelf(Type type) {
    return type instanceof ShapedType shaped ? shaped.element() : type;
  }

  /** Extents as in types: {@code 2x?x3x}. */
  static String dimensions(List<Long> shape) {
    var out = new StringBuilder();
    for (long d : shape) {
      out.append(d == DYNAMIC ? "?" : Long.toString(d)).append('x');
    }
    return out.toString();
  }
}

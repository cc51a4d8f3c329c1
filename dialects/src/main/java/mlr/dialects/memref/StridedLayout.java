package mlr.dialects.memref;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.eval.MemRefValue;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** Where the elements of a memref lie, in elements: {@link ShapedType#DYNAMIC} where the type does not say it. */
record StridedLayout(long offset, List<Long> strides) {
  StridedLayout {
    strides = List.copyOf(strides);
  }

  /** The layout of a type; empty when it is an affine map. */
  static Optional<StridedLayout> of(MemRefType type) {
    if (type.layout().isEmpty()) {
      return Optional.of(new StridedLayout(0, MemRefValue.contiguous(type.shape())));
    }
    return type.layout().filter(StridedLayoutAttr.class::isInstance).map(StridedLayoutAttr.class::cast).map(layout -> new StridedLayout(layout.offset(), layout.strides()));
  }

  /** The layout of a window on memory of this one. */
  StridedLayout window(List<Long> offsets, List<Long> steps) {
    long start = offset;
    var widened = new ArrayList<Long>();
    for (int i = 0; i < strides.size(); i++) {
      start = sum(start, product(offsets.get(i), strides.get(i)));
      widened.add(product(steps.get(i), strides.get(i)));
    }
    return new StridedLayout(start, widened);
  }

  /** The layout without the dimensions that are not among {@code kept}. */
  StridedLayout keeping(List<Integer> kept) {
    return new StridedLayout(offset, kept.stream().map(strides::get).toList());
  }

  /** Whether both can be the same at run time. */
  boolean isCompatible(StridedLayout other) {
    return (offset == other.offset || offset == ShapedType.DYNAMIC || other.offset == ShapedType.DYNAMIC) && ShapeCompatibility.of(strides, other.strides);
  }

  private static long sum(long a, long b) {
    return a == ShapedType.DYNAMIC || b == ShapedType.DYNAMIC ? ShapedType.DYNAMIC : a + b;
  }

  private static long product(long a, long b) {
    return a == 0 || b == 0 ? 0 : a == ShapedType.DYNAMIC || b == ShapedType.DYNAMIC ? ShapedType.DYNAMIC : a * b;
  }

  @Override
  public String toString() {
    return new StridedLayoutAttr(offset, strides).toString();
  }
}

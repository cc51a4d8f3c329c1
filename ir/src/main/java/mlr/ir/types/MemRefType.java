package mlr.ir.types;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.text.AttributeText;

/** {@code memref<4x?xf32, layout, space>}; the absent layout is row-major and contiguous. */
public record MemRefType(List<Long> shape, Type element, Optional<Attribute> layout, Optional<Attribute> memorySpace) implements ShapedType {
  public MemRefType {
    shape = List.copyOf(shape);
  }

  /** A contiguous row-major memref in the default memory space. */
  public static MemRefType of(Type element, long... shape) {
    return of(element, java.util.Arrays.stream(shape).boxed().toList());
  }

  /** A contiguous row-major memref in the default memory space. */
  public static MemRefType of(Type element, List<Long> shape) {
    return new MemRefType(shape, element, Optional.empty(), Optional.empty());
  }

  @Override
  public MemRefType with(List<Long> newShape, Type newElement) {
    return new MemRefType(newShape, newElement, layout, memorySpace);
  }

  @Override
  public String toString() {
    return AttributeText.FULL.type(this);
  }
}

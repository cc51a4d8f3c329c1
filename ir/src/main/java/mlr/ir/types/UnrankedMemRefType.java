package mlr.ir.types;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.text.AttributeText;

/** {@code memref<*xf32>} with an optional memory space. */
public record UnrankedMemRefType(Type element, Optional<Attribute> memorySpace) implements ShapedType {
  @Override
  public List<Long> shape() {
    return List.of();
  }

  @Override
  public boolean hasRank() {
    return false;
  }

  @Override
  public ShapedType with(List<Long> shape, Type newElement) {
    return new MemRefType(shape, newElement, Optional.empty(), memorySpace);
  }

  @Override
  public String toString() {
    return AttributeText.FULL.type(this);
  }
}

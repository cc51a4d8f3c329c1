package mlr.models;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A named tensor of a file: element type, extents, and its elements row-major in little-endian bytes. Immutable. */
public final class StoredTensor {
  private final String name;
  private final ElementType type;
  private final List<Long> shape;
  private final ByteBuffer data;

  /**
   * @param shape extents, none for a scalar
   * @param data  as many bytes as the shape needs, from the buffer's position to its limit; shared, not copied
   * @throws IllegalArgumentException when the number of bytes is another one
   */
  public StoredTensor(String name, ElementType type, List<Long> shape, ByteBuffer data) {
    this.name = name;
    this.type = type;
    this.shape = List.copyOf(shape);
    this.data = data.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (this.data.capacity() != elements() * type.bytes()) {
      throw new IllegalArgumentException(this + " with " + this.data.capacity() + " bytes");
    }
  }

  /** An f32 tensor with the given elements. */
  public static StoredTensor ofFloats(String name, List<Long> shape, float... elements) {
    var data = ByteBuffer.allocate(elements.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(elements);
    return new StoredTensor(name, ElementType.F32, shape, data);
  }

  /** An f64 tensor with the given elements. */
  public static StoredTensor ofDoubles(String name, List<Long> shape, double... elements) {
    var data = ByteBuffer.allocate(elements.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asDoubleBuffer().put(elements);
    return new StoredTensor(name, ElementType.F64, shape, data);
  }

  public String name() {
    return name;
  }

  public ElementType type() {
    return type;
  }

  /** Extents, the slowest axis first; empty for a scalar. */
  public List<Long> shape() {
    return shape;
  }

  /** The elements' bytes: read-only, little-endian, from 0 to its capacity; each call gives a buffer of its own. */
  public ByteBuffer data() {
    return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The number of elements. */
  public long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** The type and shape as the language writes them: {@code f32[256,25]}. */
  public String describe() {
    var extents = String.join(",", shape.stream().map(String::valueOf).toList());
    return type.name().toLowerCase(Locale.ROOT) + (shape.isEmpty() ? "" : "[" + extents + "]");
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof StoredTensor tensor && name.equals(tensor.name) && type == tensor.type
        && shape.equals(tensor.shape) && data.equals(tensor.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type, shape);
  }

  @Override
  public String toString() {
    return name + " : " + describe();
  }
}

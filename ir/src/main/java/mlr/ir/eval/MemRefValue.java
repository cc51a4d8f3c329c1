package mlr.ir.eval;

import java.util.Arrays;
import java.util.List;
import mlr.ir.Type;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/**
 * The runtime value of a memref: a strided window on an allocation. {@code byteOffset} is the place of element
 * (0, …, 0), an offset in the type's layout included. Accesses raise {@link UndefinedBehavior} when an index is
 * outside the extents.
 */
public final class MemRefValue {
  private final Memory memory;
  private final long byteOffset;
  private final MemRefType type;
  private final long[] sizes;
  private final long[] strides;
  private final long elementBytes;

  /** A memref of a type with static shape and layout. */
  public MemRefValue(Memory memory, long byteOffset, MemRefType type) {
    this(memory, byteOffset, type, type.shape(), strides(type));
  }

  /** A memref whose extents and strides (in elements) are known at run time only. */
  public MemRefValue(Memory memory, long byteOffset, MemRefType type, List<Long> sizes, List<Long> strides) {
    this(memory, byteOffset, type, array(sizes), array(strides), Memory.byteSize(type.element()));
  }

  private MemRefValue(Memory memory, long byteOffset, MemRefType type, long[] sizes, long[] strides, long elementBytes) {
    this.memory = memory;
    this.byteOffset = byteOffset;
    this.type = type;
    this.sizes = sizes;
    this.strides = strides;
    this.elementBytes = elementBytes;
  }

  private static long[] array(List<Long> numbers) {
    var array = new long[numbers.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = numbers.get(i);
    }
    return array;
  }

  /**
   * New memory without contents, as large as the layout of a type asks for.
   *
   * @throws UndefinedBehavior when that is more than one allocation may have
   */
  public static MemRefValue allocate(MemRefType type, List<Long> sizes) {
    var strides = type.layout().map(_ -> strides(type)).filter(known -> !known.contains(ShapedType.DYNAMIC)).orElseGet(() -> contiguous(sizes));
    long before = 0;
    long after = 1;
    for (int i = 0; i < sizes.size(); i++) {
      long steps = Memory.bytes(sizes.get(i), 1) - 1;
      // Cut off so that the product is a number; it still is more than there may be.
      long distance = steps <= 0 ? 0 : Memory.bytes(steps, Math.min(Math.abs(strides.get(i)), 1L << 32));
      before += strides.get(i) < 0 ? distance : 0;
      after += strides.get(i) < 0 ? 0 : distance;
    }
    long elementBytes = Memory.byteSize(type.element());
    long elements = sizes.contains(0L) ? 0 : before + after;
    return new MemRefValue(Memory.uninitialized(Memory.bytes(elements, elementBytes)), sizes.contains(0L) ? 0 : before * elementBytes, type, sizes, strides);
  }

  /** The strides of a type in elements: those of its layout, or row-major contiguous; dynamic extents make outer strides dynamic. */
  public static List<Long> strides(MemRefType type) {
    return type.layout().map(layout -> {
      if (layout instanceof StridedLayoutAttr strided) {
        return strided.strides();
      }
      throw new IllegalArgumentException("no strides in layout " + layout);
    }).orElseGet(() -> contiguous(type.shape()));
  }

  /** Row-major contiguous strides of a shape. */
  public static List<Long> contiguous(List<Long> shape) {
    var strides = new Long[shape.size()];
    long stride = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride = stride == ShapedType.DYNAMIC || shape.get(i) == ShapedType.DYNAMIC ? ShapedType.DYNAMIC : stride * shape.get(i);
    }
    return List.of(strides);
  }

  public Memory memory() {
    return memory;
  }

  public long byteOffset() {
    return byteOffset;
  }

  public MemRefType type() {
    return type;
  }

  /** The extents. */
  public List<Long> sizes() {
    return Arrays.stream(sizes).boxed().toList();
  }

  /** The strides in elements. */
  public List<Long> strides() {
    return Arrays.stream(strides).boxed().toList();
  }

  /** The byte offset in {@link #memory} of the element at {@code indices}, which must be inside the extents. */
  public long address(long... indices) {
    long at = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (indices[i] < 0 || indices[i] >= sizes[i]) {
        throw new UndefinedBehavior("index " + indices[i] + " of dimension " + i + " is outside its extent " + sizes[i] + " in " + type);
      }
      at += indices[i] * strides[i];
    }
    return byteOffset + at * elementBytes;
  }

  /** The element at {@code indices}. */
  public Object load(long... indices) {
    return memory.load(type.element(), address(indices));
  }

  /** Writes the element at {@code indices}. */
  public void store(Object value, long... indices) {
    memory.store(type.element(), address(indices), value);
  }

  /** A value of another type (a vector of consecutive elements, say) that starts at the element at {@code indices}. */
  public Object load(Type valueType, long... indices) {
    return memory.load(valueType, address(indices));
  }

  /** Writes a value of another type from the element at {@code indices} on. */
  public void store(Type valueType, Object value, long... indices) {
    memory.store(valueType, address(indices), value);
  }

  /** The same memory under another type, extents and strides, {@code elements} elements further on. */
  public MemRefValue window(MemRefType newType, long elements, List<Long> newSizes, List<Long> newStrides) {
    return new MemRefValue(memory, byteOffset + elements * elementBytes, newType, newSizes, newStrides);
  }

  /** A window of the same type, extents and strides, {@code bytes} further on. */
  public MemRefValue moved(long bytes) {
    return new MemRefValue(memory, byteOffset + bytes, type, sizes, strides, elementBytes);
  }

  /** A copy of all elements in row-major order, as the tensor of the given type with the same extents. */
  public TensorValue toTensor(ShapedType tensorType) {
    var elements = new Object[Math.toIntExact(tensorType.elementCount())];
    forEachIndex((i, indices) -> elements[i] = load(indices));
    return RuntimeValues.tensor(tensorType, elements);
  }

  /** Writes all elements in row-major order. */
  public void fromTensor(TensorValue tensor) {
    forEachIndex((i, indices) -> store(tensor.get(i), indices));
  }

  /** Visits every index in row-major order. */
  public void forEachIndex(IndexVisitor visitor) {
    var indices = new long[sizes.length];
    long count = 1;
    for (long size : sizes) {
      count *= size;
    }
    for (int i = 0; i < count; i++) {
      visitor.visit(i, indices);
      for (int axis = sizes.length - 1; axis >= 0 && ++indices[axis] == sizes[axis]; axis--) {
        indices[axis] = 0;
      }
    }
  }

  /** Sees the position in row-major order and the indices, which are only good until it returns. */
  @FunctionalInterface
  public interface IndexVisitor {
    void visit(int position, long[] indices);
  }
}

package mlr.ir.attributes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.text.DenseText;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/**
 * {@code dense<…> : tensor<2x3xf32>}: the elements of a tensor or vector, row-major, little-endian, each in
 * the whole bytes of its width (i1 in one byte, index in eight); one element when all are equal (a splat).
 * Immutable; the hash is cached because payloads are large.
 */
public final class DenseElementsAttr implements Attribute {
  private final ShapedType type;
  private final byte[] data;
  private final boolean splat;
  private int hash;

  private DenseElementsAttr(ShapedType type, byte[] data, boolean splat) {
    this.type = type;
    this.data = data;
    this.splat = splat;
  }

  /** Elements from raw bytes; {@code data} holds every element or exactly one, and is copied. */
  public static DenseElementsAttr ofBytes(ShapedType type, byte[] data) {
    int size = elementBytes(type.element());
    long count = type.elementCount();
    if (data.length != count * size && data.length != size) {
      throw new IllegalArgumentException("dense data of " + data.length + " bytes for " + type + ", which takes " + count * size);
    }
    return make(type, data.clone(), size);
  }

  /** Elements from raw element bits (integers, or float bits in the element's format), row-major. */
  public static DenseElementsAttr ofBits(ShapedType type, long[] bits) {
    int size = elementBytes(type.element());
    var buffer = ByteBuffer.allocate(bits.length * size).order(ByteOrder.LITTLE_ENDIAN);
    for (long b : bits) {
      put(buffer, size, b);
    }
    if (bits.length != type.elementCount() && bits.length != 1) {
      throw new IllegalArgumentException(bits.length + " elements for " + type);
    }
    return make(type, buffer.array(), size);
  }

  /** The same element everywhere. */
  public static DenseElementsAttr splat(ShapedType type, long bits) {
    return ofBits(type, new long[] {bits});
  }

  /** Elements from binary32 numbers. */
  public static DenseElementsAttr ofFloats(ShapedType type, float[] values) {
    var bits = new long[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]) & 0xffffffffL;
    }
    return ofBits(type, bits);
  }

  private static DenseElementsAttr make(ShapedType type, byte[] data, int size) {
    boolean same = data.length > 0;
    for (int i = size; i < data.length && same; i++) {
      same = data[i] == data[i - size];
    }
    return same ? new DenseElementsAttr(type, Arrays.copyOf(data, size), true) : new DenseElementsAttr(type, data, false);
  }

  /** Bytes that one element takes here. */
  public static int elementBytes(Type element) {
    return switch (element) {
      case IntegerType integer -> Math.max(1, (integer.width() + 7) / 8);
      case IndexType _ -> 8;
      case FloatType format -> (format.width() + 7) / 8;
      default -> throw new IllegalArgumentException("no dense elements of type " + element);
    };
  }

  public ShapedType type() {
    return type;
  }

  /** Whether all elements are equal and stored once. */
  public boolean isSplat() {
    return splat;
  }

  /** Number of elements of the type. */
  public int count() {
    return Math.toIntExact(type.elementCount());
  }

  /** Raw bits of an element: integers sign-extended (i1 zero-extended), floats as raw bits. */
  public long bits(int index) {
    int size = elementBytes(type.element());
    int at = splat ? 0 : index * size;
    long raw = 0;
    for (int i = size - 1; i >= 0; i--) {
      raw = raw << 8 | data[at + i] & 0xff;
    }
    return IntegerAttr.wrap(type.element(), raw);
  }

  /** All elements as raw bits. */
  public long[] allBits() {
    var all = new long[count()];
    for (int i = 0; i < all.length; i++) {
      all[i] = bits(i);
    }
    return all;
  }

  /** An element as a number; exact for floats up to 64 bits. */
  public double floatValue(int index) {
    return FloatFormat.of((FloatType) type.element()).value(bits(index));
  }

  /** The element as a scalar attribute. */
  public Attribute element(int index) {
    return type.element() instanceof FloatType format ? new FloatAttr(format, bits(index)) : new IntegerAttr(type.element(), bits(index));
  }

  /** The same elements under another type of equal element count and element width. */
  public DenseElementsAttr withType(ShapedType newType) {
    return new DenseElementsAttr(newType, data, splat);
  }

  /** A read-only little-endian view of the stored bytes (one element for a splat). */
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(data).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof DenseElementsAttr that && splat == that.splat && hashCode() == that.hashCode()
        && type.equals(that.type) && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = 31 * type.hashCode() + Arrays.hashCode(data);
    }
    return hash;
  }

  @Override
  public String toString() {
    return DenseText.print(this);
  }

  private static void put(ByteBuffer buffer, int size, long bits) {
    for (int i = 0; i < size; i++) {
      buffer.put((byte) (bits >>> 8 * i));
    }
  }
}

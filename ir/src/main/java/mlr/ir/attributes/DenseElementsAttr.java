package mlr.ir.attributes;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.numbers.WideFloatAttr;
import mlr.ir.attributes.numbers.WideIntegerAttr;
import mlr.ir.text.AttributeText;
import mlr.ir.types.ComplexType;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/**
 * {@code dense<…> : tensor<2x3xf32>}: the elements of a tensor or vector, row-major, little-endian, each in
 * the whole bytes of its width (i1 in one byte, index in eight, a complex number as its two parts); one element when all are equal (a splat).
 * Immutable; the hash is cached because payloads are large.
 */
public final class DenseElementsAttr implements TypedAttr {
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
    if (type.element() instanceof IntegerType integer && integer.width() % 8 != 0) {
      clearUnusedBits(data, size, integer.width() % 8);
    }
    boolean same = data.length > 0;
    for (int i = size; i < data.length && same; i++) {
      same = data[i] == data[i - size];
    }
    return same ? new DenseElementsAttr(type, Arrays.copyOf(data, size), true) : new DenseElementsAttr(type, data, false);
  }

  private static void clearUnusedBits(byte[] data, int size, int used) {
    for (int last = size - 1; last < data.length; last += size) {
      data[last] &= (byte) ((1 << used) - 1);
    }
  }

  /** Whether dense elements may be of a type: integers, index, floating-point and complex numbers. */
  public static boolean isElement(Type type) {
    return type instanceof IntegerType || type instanceof IndexType || type instanceof FloatType || type instanceof ComplexType;
  }

  /** Bytes that one element takes here. */
  public static int elementBytes(Type element) {
    // The interpreter asks at each access: tests of one class after another are quicker than a switch.
    if (element instanceof FloatType format) {
      return (format.width() + 7) / 8;
    }
    if (element instanceof IntegerType integer) {
      return Math.max(1, (integer.width() + 7) / 8);
    }
    if (element instanceof IndexType) {
      return 8;
    }
    if (element instanceof ComplexType complex) {
      return 2 * elementBytes(complex.element());
    }
    throw new IllegalArgumentException("no dense elements of type " + element);
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

  /** Raw bits of an element of at most 64: integers sign-extended (i1 zero-extended), floats as raw bits. */
  public long bits(int index) {
    int size = elementBytes(type.element());
    if (size > Long.BYTES || type.element() instanceof ComplexType) {
      throw new UnsupportedOperationException(type.element() + " is not computed with");
    }
    return bits(type.element(), splat ? 0 : index * size, size);
  }

  private long bits(Type element, int at, int size) {
    long raw = 0;
    for (int i = size - 1; i >= 0; i--) {
      raw = raw << 8 | data[at + i] & 0xff;
    }
    return IntegerAttr.wrap(element, raw);
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

  /** The element as a scalar attribute; of a complex type the array of its two parts. */
  public Attribute element(int index) {
    int size = elementBytes(type.element());
    int at = splat ? 0 : index * size;
    return type.element() instanceof ComplexType complex
        ? new ArrayAttr(List.of(scalar(complex.element(), at, size / 2), scalar(complex.element(), at + size / 2, size / 2)))
        : scalar(type.element(), at, size);
  }

  private Attribute scalar(Type element, int at, int size) {
    return switch (element) {
      case FloatType format when size > Long.BYTES -> new WideFloatAttr(format, wideBits(at, size));
      case FloatType format -> new FloatAttr(format, bits(element, at, size));
      case IntegerType integer when size > Long.BYTES -> WideIntegerAttr.of(integer, wideBits(at, size));
      default -> new IntegerAttr(element, bits(element, at, size));
    };
  }

  private BigInteger wideBits(int at, int size) {
    var bigEndian = new byte[size];
    for (int i = 0; i < size; i++) {
      bigEndian[i] = data[at + size - 1 - i];
    }
    return new BigInteger(1, bigEndian);
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
    return AttributeText.FULL.attribute(this);
  }

  private static void put(ByteBuffer buffer, int size, long bits) {
    for (int i = 0; i < size; i++) {
      buffer.put((byte) (bits >>> 8 * i));
    }
  }
}

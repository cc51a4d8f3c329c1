package mlr.ir.eval;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.VectorType;

/**
 * One allocation of the running program: bytes in little-endian order. Every access is checked against its
 * bounds and raises {@link UndefinedBehavior} beyond them; bytes that hold poison, or were never written
 * in an {@linkplain #uninitialized uninitialised} allocation, load as poison.
 */
public final class Memory {
  private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The most bytes that one allocation may have. */
  private static final long LARGEST = 1 << 29;

  private final byte[] bytes;
  private final BitSet poison = new BitSet();
  private final boolean constant;
  private boolean live = true;

  private Memory(byte[] bytes, boolean constant) {
    this.bytes = bytes;
    this.constant = constant;
  }

  /** The bytes of {@code count} elements of {@code size} bytes; {@link UndefinedBehavior} when that is more than one allocation may have. */
  public static long bytes(long count, long size) {
    if (count < 0 || count > LARGEST || count * size > LARGEST) {
      throw new UndefinedBehavior("allocates " + count + " elements of " + size + " bytes");
    }
    return count * size;
  }

  /** An allocation of {@code size} bytes, all zero. */
  public static Memory zeroed(long size) {
    if (size < 0 || size > LARGEST) {
      throw new UndefinedBehavior("memory of " + size + " bytes is allocated");
    }
    return new Memory(new byte[(int) size], false);
  }

  /** An allocation of {@code size} bytes without contents. */
  public static Memory uninitialized(long size) {
    var memory = zeroed(size);
    memory.poison.set(0, memory.bytes.length);
    return memory;
  }

  /** A read-only allocation with the elements of {@code elements}, row-major. */
  public static Memory constant(DenseElementsAttr elements) {
    return new Memory(contents(elements), true);
  }

  /** An allocation that starts with the elements of {@code elements}, row-major. */
  public static Memory initialized(DenseElementsAttr elements) {
    return new Memory(contents(elements), false);
  }

  private static byte[] contents(DenseElementsAttr elements) {
    int size = DenseElementsAttr.elementBytes(elements.type().element());
    var all = new byte[elements.count() * size];
    var stored = elements.buffer();
    if (elements.isSplat()) {
      for (int i = 0; i < all.length; i++) {
        all[i] = stored.get(i % size);
      }
    } else {
      stored.get(all);
    }
    return all;
  }

  /** The bytes that one value of {@code type} takes: whole bytes of its width, i1 in one, index in eight, vectors without padding. */
  public static long byteSize(Type type) {
    return type instanceof VectorType vector ? vector.elementCount() * byteSize(vector.element()) : DenseElementsAttr.elementBytes(type);
  }

  /** Size in bytes. */
  public long size() {
    return bytes.length;
  }

  /** Whether stores are allowed. */
  public boolean isWritable() {
    return live && !constant;
  }

  /** Another allocation with the same contents and properties. */
  public Memory copy() {
    var copy = new Memory(bytes.clone(), constant);
    copy.poison.or(poison);
    copy.live = live;
    return copy;
  }

  /** Brings back the contents of a {@linkplain #copy}. */
  public void restore(Memory copy) {
    System.arraycopy(copy.bytes, 0, bytes, 0, bytes.length);
    poison.clear();
    poison.or(copy.poison);
    live = copy.live;
  }

  /** Whether it was not freed. */
  public boolean isLive() {
    return live;
  }

  /** Ends the life of this allocation; any access from now on, and freeing again, is undefined. */
  public void free() {
    if (!live) {
      throw new UndefinedBehavior("memory is freed twice");
    }
    live = false;
  }

  /** The value of a scalar or vector type at a byte offset; {@link Poison#POISON} where a scalar or a lane is poison. */
  public Object load(Type type, long offset) {
    int at = check(offset, byteSize(type));
    if (!poison.isEmpty() && poison.nextClearBit(at) >= at + byteSize(type)) {
      return Poison.POISON;
    }
    return type instanceof VectorType vector ? lanes(vector, at) : scalar(type, at);
  }

  private TensorValue lanes(VectorType type, int at) {
    int step = (int) byteSize(type.element());
    var lanes = new Object[Math.toIntExact(type.elementCount())];
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = scalar(type.element(), at + i * step);
    }
    return RuntimeValues.tensor(type, lanes);
  }

  private Object scalar(Type type, int at) {
    int size = (int) byteSize(type);
    return isPoison(at, size) ? Poison.POISON : RuntimeValues.scalar(type, bits(at, size));
  }

  /** Writes a value of a scalar or vector type at a byte offset. */
  public void store(Type type, long offset, Object value) {
    int size = Math.toIntExact(byteSize(type));
    int at = checkStore(offset, size);
    if (value == Poison.POISON) {
      poison.set(at, at + size);
      return;
    }
    if (type instanceof VectorType vector && value instanceof TensorValue lanes) {
      int step = (int) byteSize(vector.element());
      for (int i = 0; i < lanes.size(); i++) {
        if (lanes.get(i) == Poison.POISON) {
          poison.set(at + i * step, at + (i + 1) * step);
        } else {
          setBits(at + i * step, step, RuntimeValues.bits(vector.element(), lanes.get(i)));
        }
      }
    } else {
      setBits(at, size, RuntimeValues.bits(type, value));
    }
  }

  /** The f32 at a byte offset; throws {@link PoisonResult} where it is poison. */
  public float loadFloat(long offset) {
    int at = check(offset, 4);
    throwIfPoison(at, 4);
    return Float.intBitsToFloat((int) INTS.get(bytes, at));
  }

  public void storeFloat(long offset, float value) {
    INTS.set(bytes, checkStore(offset, 4), Float.floatToRawIntBits(value));
  }

  /** The f64 at a byte offset; throws {@link PoisonResult} where it is poison. */
  public double loadDouble(long offset) {
    int at = check(offset, 8);
    throwIfPoison(at, 8);
    return Double.longBitsToDouble((long) LONGS.get(bytes, at));
  }

  public void storeDouble(long offset, double value) {
    LONGS.set(bytes, checkStore(offset, 8), Double.doubleToRawLongBits(value));
  }

  /** The integer or index of {@code type} at a byte offset, as it travels in kernels; throws {@link PoisonResult} where it is poison. */
  public long loadLong(Type type, long offset) {
    int size = (int) byteSize(type);
    int at = check(offset, size);
    throwIfPoison(at, size);
    return (Long) RuntimeValues.scalar(type, bits(at, size));
  }

  public void storeLong(Type type, long offset, long value) {
    int size = (int) byteSize(type);
    setBits(checkStore(offset, size), size, value);
  }

  /** Copies {@code size} bytes, poison included; the ranges may overlap. */
  public void copyFrom(Memory source, long sourceOffset, long offset, long size) {
    int from = source.check(sourceOffset, size);
    boolean clean = source.poison.isEmpty();
    var holes = clean ? source.poison : source.poison.get(from, from + (int) size);
    int to = checkStore(offset, size);
    System.arraycopy(source.bytes, from, bytes, to, (int) size);
    if (!clean) {
      holes.stream().forEach(i -> poison.set(to + i));
    }
  }

  /** Sets {@code size} bytes to {@code value}. */
  public void fill(long offset, long size, byte value) {
    int at = checkStore(offset, size);
    Arrays.fill(bytes, at, at + (int) size, value);
  }

  /** A copy of the bytes; poison reads as whatever was there. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  private long bits(int at, int size) {
    return switch (size) {
      case 1 -> bytes[at];
      case 2 -> (short) SHORTS.get(bytes, at);
      case 4 -> (int) INTS.get(bytes, at);
      case 8 -> (long) LONGS.get(bytes, at);
      default -> {
        long raw = 0;
        for (int i = size - 1; i >= 0; i--) {
          raw = raw << 8 | bytes[at + i] & 0xff;
        }
        yield raw;
      }
    };
  }

  private void setBits(int at, int size, long value) {
    switch (size) {
      case 1 -> bytes[at] = (byte) value;
      case 2 -> SHORTS.set(bytes, at, (short) value);
      case 4 -> INTS.set(bytes, at, (int) value);
      case 8 -> LONGS.set(bytes, at, value);
      default -> {
        for (int i = 0; i < size; i++) {
          bytes[at + i] = (byte) (value >>> 8 * i);
        }
      }
    }
  }

  private boolean isPoison(int at, long size) {
    if (poison.isEmpty()) {
      return false;
    }
    int first = poison.nextSetBit(at);
    return first >= 0 && first < at + size;
  }

  private void throwIfPoison(int at, int size) {
    if (isPoison(at, size)) {
      throw PoisonResult.INSTANCE;
    }
  }

  private int check(long offset, long size) {
    if (!live) {
      throw new UndefinedBehavior("memory is accessed after it was freed");
    }
    if (offset < 0 || size < 0 || offset > bytes.length - size) {
      throw new UndefinedBehavior("bytes " + offset + " to " + (offset + size) + " lie outside an allocation of " + bytes.length + " bytes");
    }
    return (int) offset;
  }

  private int checkStore(long offset, long size) {
    int at = check(offset, size);
    if (constant) {
      throw new UndefinedBehavior("constant memory is written");
    }
    if (!poison.isEmpty()) {
      poison.clear(at, at + (int) size);
    }
    return at;
  }
}

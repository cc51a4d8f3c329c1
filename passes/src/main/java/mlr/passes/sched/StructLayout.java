package mlr.passes.sched;

import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.ShapedType;

/** Lays out a struct as C does: each field at the next multiple of its alignment, the size a multiple of the largest one. */
public final class StructLayout {
  private long end;
  private long alignment = 1;

  /** Adds a field of one value and returns its offset in bytes. */
  public long add(Type type) {
    return add(bytes(type), alignment(type));
  }

  /** Adds a field of {@code size} bytes and returns its offset in bytes. */
  public long add(long size, long fieldAlignment) {
    long offset = aligned(end, fieldAlignment);
    end = offset + size;
    alignment = Math.max(alignment, fieldAlignment);
    return offset;
  }

  /** Size of the struct in bytes, 0 when it has no field. */
  public long size() {
    return aligned(end, alignment);
  }

  /** Bytes that one value takes: i1 one, index eight on every target, tensors their elements without gaps. */
  public static long bytes(Type type) {
    return type instanceof ShapedType shaped ? shaped.elementCount() * bytes(shaped.element()) : DenseElementsAttr.elementBytes(type);
  }

  /** What the address of a value is a multiple of: the size of its element. */
  public static long alignment(Type type) {
    return DenseElementsAttr.elementBytes(ShapedType.elementOrSelf(type));
  }

  private static long aligned(long offset, long multiple) {
    return (offset + multiple - 1) / multiple * multiple;
  }
}

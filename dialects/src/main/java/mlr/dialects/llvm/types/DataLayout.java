package mlr.dialects.llvm.types;

import java.util.List;
import mlr.ir.Type;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.VectorType;

/**
 * Sizes, alignments and offsets in memory as C's on every target of ours: natural alignment of at most eight bytes for
 * scalars, structs padded to the greatest alignment of their fields.
 *
 * @param pointerBytes size of a pointer and of index: 4 or 8
 */
public record DataLayout(int pointerBytes) {
  /** The layout by which operations are evaluated when no target is known. */
  public static final DataLayout HOST = new DataLayout(8);

  /** Bytes from one element of an array to the next. */
  public long size(Type type) {
    return switch (type) {
      case IntegerType integer -> powerOfTwo((integer.width() + 7) / 8);
      case FloatType format -> powerOfTwo((format.width() + 7) / 8);
      case IndexType _, PointerType _ -> pointerBytes;
      case VectorType vector -> powerOfTwo(vector.elementCount() * size(vector.element()));
      case ArrayType array -> array.count() * size(array.element());
      case StructType struct -> struct.packed() ? struct.fields().stream().mapToLong(this::size).sum() : alignUp(end(struct), alignment(struct));
      default -> throw new IllegalArgumentException(type + " has no size");
    };
  }

  /** Alignment in bytes. */
  public long alignment(Type type) {
    return switch (type) {
      case ArrayType array -> alignment(array.element());
      case StructType struct -> struct.packed() ? 1 : struct.fields().stream().mapToLong(this::alignment).max().orElse(1);
      case VectorType vector -> size(vector);
      default -> Math.min(8, size(type));
    };
  }

  /** Byte offset of a field. */
  public long offset(StructType struct, int field) {
    long at = 0;
    List<Type> fields = struct.fields();
    for (int i = 0; i < field; i++) {
      at = aligned(struct, at, fields.get(i)) + size(fields.get(i));
    }
    return aligned(struct, at, fields.get(field));
  }

  private long end(StructType struct) {
    int last = struct.fields().size() - 1;
    return last < 0 ? 0 : offset(struct, last) + size(struct.fields().get(last));
  }

  private long aligned(StructType struct, long at, Type field) {
    return struct.packed() ? at : alignUp(at, alignment(field));
  }

  private static long alignUp(long at, long alignment) {
    return (at + alignment - 1) / alignment * alignment;
  }

  private static long powerOfTwo(long bytes) {
    return bytes <= 1 ? 1 : Long.highestOneBit(bytes - 1) << 1;
  }
}

package mlr.dialects.elementwise;

import mlr.ir.Type;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/**
 * Widths and readings of runtime integers. They travel sign-extended from their width (i1 as 0 or 1), which
 * signed operations on i1 and unsigned ones on other widths must first undo. Index is evaluated with 64 bits.
 */
public final class Integers {
  private Integers() {}

  /** The width in bits of an integer or index, or of the elements of a shaped type. */
  public static int width(Type type) {
    return ShapedType.elementOrSelf(type) instanceof IntegerType integer ? integer.width() : 64;
  }

  /** The two's complement reading of a value of {@code width} bits. */
  public static long signed(long value, int width) {
    return width == 1 ? -value : value;
  }

  /** The unsigned reading of a value of {@code width} bits; 64-bit values need the unsigned operations of {@link Long}. */
  public static long unsigned(long value, int width) {
    return width == 64 ? value : value & mask(width);
  }

  /** The unsigned reading of a value of {@code type} in decimal. */
  public static String unsignedText(long value, Type type) {
    return Long.toUnsignedString(unsigned(value, width(type)));
  }

  /** The {@code width} low bits set. */
  public static long mask(int width) {
    return width == 64 ? -1L : (1L << width) - 1;
  }

  /** The greatest value of a signed integer of {@code width} bits. */
  public static long signedMax(int width) {
    return mask(width) >>> 1;
  }

  /** The smallest value of a signed integer of {@code width} bits. */
  public static long signedMin(int width) {
    return -signedMax(width) - 1;
  }

  /** Whether {@code value} is the signed reading of some value of {@code width} bits. */
  public static boolean fitsSigned(long value, int width) {
    return value >= signedMin(width) && value <= signedMax(width);
  }
}

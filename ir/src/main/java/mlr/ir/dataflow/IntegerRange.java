package mlr.ir.dataflow;

import mlr.ir.Type;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/**
 * The integers from {@code min} to {@code max}, as runtime values have them: signed, but 0 and 1 for i1; index has 64 bits. For vectors
 * and tensors, the range of each element. {@link #ANY} says nothing, for values that are no integers too.
 */
public record IntegerRange(long min, long max) {
  /** No value. */
  public static final IntegerRange EMPTY = new IntegerRange(1, 0);

  public static final IntegerRange ANY = new IntegerRange(Long.MIN_VALUE, Long.MAX_VALUE);

  /** The range of one number. */
  public static IntegerRange of(long value) {
    return new IntegerRange(value, value);
  }

  /** All values of a type; {@link #ANY} for types that are no integers of at most 64 bits. */
  public static IntegerRange of(Type type) {
    return switch (ShapedType.elementOrSelf(type)) {
      case IntegerType integer when integer.width() == 1 -> new IntegerRange(0, 1);
      case IntegerType integer when integer.signedness() == IntegerType.Signedness.UNSIGNED && integer.width() < 64 -> new IntegerRange(0, (1L << integer.width()) - 1);
      case IntegerType integer when integer.width() > 0 && integer.width() < 64 -> new IntegerRange(-1L << integer.width() - 1, (1L << integer.width() - 1) - 1);
      case IndexType _ -> ANY;
      default -> ANY;
    };
  }

  public boolean isEmpty() {
    return min > max;
  }

  /** Whether it is one number. */
  public boolean isSingle() {
    return min == max;
  }

  public boolean contains(long value) {
    return min <= value && value <= max;
  }

  public boolean isWithin(IntegerRange other) {
    return isEmpty() || other.min <= min && max <= other.max;
  }

  public boolean isNonNegative() {
    return min >= 0;
  }

  /** The smallest range with all of both. */
  public IntegerRange hull(IntegerRange other) {
    return isEmpty() ? other : other.isEmpty() ? this : new IntegerRange(Math.min(min, other.min), Math.max(max, other.max));
  }

  @Override
  public String toString() {
    return isEmpty() ? "none" : isSingle() ? Long.toString(min) : "[" + min + ", " + max + "]";
  }
}

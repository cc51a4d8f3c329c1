package mlr.ir.attributes;

import java.util.function.Predicate;
import mlr.ir.Type;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/**
 * An integer constant: {@code 3 : i32}, {@code true}. The value is held sign-extended from its width
 * (at most 64 bits), but {@code i1} and unsigned types zero-extended.
 */
public record IntegerAttr(Type type, long value) implements TypedAttr {
  public static final IntegerAttr TRUE = new IntegerAttr(IntegerType.I1, 1);
  public static final IntegerAttr FALSE = new IntegerAttr(IntegerType.I1, 0);

  public IntegerAttr {
    value = wrap(type, value);
  }

  /** The attribute of {@code index} type. */
  public static IntegerAttr index(long value) {
    return new IntegerAttr(IndexType.INDEX, value);
  }

  public static IntegerAttr i64(long value) {
    return new IntegerAttr(IntegerType.I64, value);
  }

  public static IntegerAttr i32(long value) {
    return new IntegerAttr(IntegerType.I32, value);
  }

  public static IntegerAttr bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The constraint that an attribute is of a type. */
  public static Predicate<IntegerAttr> of(Type type) {
    return attribute -> attribute.type().equals(type);
  }

  /** {@code value} modulo 2^width in the representation above. */
  public static long wrap(Type type, long value) {
    if (!(type instanceof IntegerType integer) || integer.width() >= 64) {
      return value;
    }
    int shift = 64 - integer.width();
    boolean unsigned = integer.signedness() == IntegerType.Signedness.UNSIGNED || integer.width() == 1 && integer.signedness() == IntegerType.Signedness.SIGNLESS;
    return integer.width() == 0 ? 0 : unsigned ? value << shift >>> shift : value << shift >> shift;
  }

  /** Whether the value is a power of two, as alignments are. */
  public boolean isPowerOfTwo() {
    return value > 0 && Long.bitCount(value) == 1;
  }

  /** The value as a truth value. */
  public boolean asBoolean() {
    return value != 0;
  }

  /** The number alone: {@code 3}, {@code true}. */
  public String literal() {
    if (type.equals(IntegerType.I1)) {
      return value != 0 ? "true" : "false";
    }
    return type instanceof IntegerType t && t.signedness() == IntegerType.Signedness.UNSIGNED ? Long.toUnsignedString(value) : Long.toString(value);
  }

  // Written out, as those of a record are made when they are first used: see FormatWriter.
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof IntegerAttr number && value == number.value && type.equals(number.type);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + Long.hashCode(value);
  }

  @Override
  public String toString() {
    return type.equals(IntegerType.I1) ? literal() : literal() + " : " + type;
  }
}

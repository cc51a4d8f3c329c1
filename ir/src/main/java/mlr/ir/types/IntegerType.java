package mlr.ir.types;

import mlr.ir.Type;

/** An integer of {@code width} bits: {@code i32}, {@code si8}, {@code ui8}. MLR's own levels use signless ones only. */
public record IntegerType(int width, Signedness signedness) implements Type {
  public static final IntegerType I1 = signless(1);
  public static final IntegerType I8 = signless(8);
  public static final IntegerType I16 = signless(16);
  public static final IntegerType I32 = signless(32);
  public static final IntegerType I64 = signless(64);

  /** How the sign is read; signless leaves that to the operation. */
  public enum Signedness { SIGNLESS, SIGNED, UNSIGNED }

  public IntegerType {
    if (width < 0 || width >= 1 << 24) {
      throw new IllegalArgumentException("integer width " + width + " is not between 0 and 16777215");
    }
  }

  /** The signless type of a width. */
  public static IntegerType signless(int width) {
    return new IntegerType(width, Signedness.SIGNLESS);
  }

  // Written out, as those of a record are made when they are first used: see FormatWriter.
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof IntegerType type && width == type.width && signedness == type.signedness;
  }

  @Override
  public int hashCode() {
    return 31 * width + signedness.ordinal();
  }

  @Override
  public String toString() {
    return switch (signedness) {
      case SIGNLESS -> "i";
      case SIGNED -> "si";
      case UNSIGNED -> "ui";
    } + width;
  }
}

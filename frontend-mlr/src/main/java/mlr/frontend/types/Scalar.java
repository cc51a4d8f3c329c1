package mlr.frontend.types;

import java.util.Locale;
import java.util.Optional;

/** The scalar types of the language. */
public enum Scalar implements Element {
  BOOL(1), I8(8), I16(16), I32(32), I64(64), U8(8), U16(16), U32(32), U64(64), F16(16), BF16(16), F32(32), F64(64);

  private final int width;

  Scalar(int width) {
    this.width = width;
  }

  /** Bits of a value. */
  public int width() {
    return width;
  }

  /** Whether this is {@code i8} to {@code u64}. */
  public boolean isInteger() {
    return compareTo(I8) >= 0 && compareTo(U64) <= 0;
  }

  /** Whether this is {@code u8} to {@code u64}. */
  public boolean isUnsigned() {
    return compareTo(U8) >= 0 && compareTo(U64) <= 0;
  }

  /** Whether this is {@code f16}, {@code bf16}, {@code f32} or {@code f64}. */
  public boolean isFloat() {
    return compareTo(F16) >= 0;
  }

  /** The scalar called {@code name}; {@code real} is a synonym that depends on an option. */
  public static Optional<Scalar> named(String name, Scalar real) {
    return switch (name) {
      case "int" -> Optional.of(I32);
      case "float" -> Optional.of(F32);
      case "real" -> Optional.of(real);
      default -> {
        for (var scalar : values()) {
          if (scalar.toString().equals(name)) {
            yield Optional.of(scalar);
          }
        }
        yield Optional.empty();
      }
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

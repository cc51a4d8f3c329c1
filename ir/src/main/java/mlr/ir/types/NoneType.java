package mlr.ir.types;

import mlr.ir.Type;

/** The type with no value, {@code none}. */
public record NoneType() implements Type {
  public static final NoneType NONE = new NoneType();

  @Override
  public String toString() {
    return "none";
  }
}

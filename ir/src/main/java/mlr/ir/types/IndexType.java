package mlr.ir.types;

import mlr.ir.Type;

/** The integer of the target's pointer width, {@code index}. */
public record IndexType() implements Type {
  public static final IndexType INDEX = new IndexType();

  @Override
  public String toString() {
    return "index";
  }
}

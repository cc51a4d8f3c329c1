package mlr.ir.types;

import mlr.ir.Type;

/** The integer of the target's pointer width, {@code index}. */
public record IndexType() implements Type {
  public static final IndexType INDEX = new IndexType();

  // Written out, as those of a record are made when they are first used: see FormatWriter.
  @Override
  public boolean equals(Object other) {
    return other instanceof IndexType;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "index";
  }
}

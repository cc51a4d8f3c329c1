package mlr.ir.types;

import mlr.ir.Type;

/** A type of a dialect that is not registered, kept verbatim: {@code !dialect.text} or {@code !dialect<text>}. */
public record OpaqueType(String dialect, String text) implements Type {
  @Override
  public String toString() {
    return "!" + dialect + text;
  }
}

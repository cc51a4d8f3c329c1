package mlr.ir.attributes;

import mlr.ir.Attribute;

/** An attribute of a dialect that is not registered, kept verbatim: {@code #dialect.text} or {@code #dialect<text>}. */
public record OpaqueAttr(String dialect, String text) implements Attribute {
  @Override
  public String toString() {
    return "#" + dialect + text;
  }
}

package mlr.ir.attributes;

import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Type;

/** An attribute of a dialect that is not registered, kept verbatim: {@code #dialect.text} or {@code #dialect<text>}, with a type behind it if there is one. */
public record OpaqueAttr(String dialect, String text, Optional<Type> type) implements Attribute {
  @Override
  public String toString() {
    return "#" + dialect + text + type.map(t -> " : " + t).orElse("");
  }
}

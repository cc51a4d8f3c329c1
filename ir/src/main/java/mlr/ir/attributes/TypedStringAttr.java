package mlr.ir.attributes;

import mlr.ir.Type;
import mlr.ir.text.Quoting;

/** A string constant with a type: {@code "text" : !d.t}. */
public record TypedStringAttr(String value, Type type) implements TypedAttr {
  @Override
  public String toString() {
    return Quoting.quote(value) + " : " + type;
  }
}

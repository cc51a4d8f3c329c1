package mlr.ir.attributes;

import mlr.ir.Attribute;
import mlr.ir.text.Quoting;

/** A string constant. */
public record StringAttr(String value) implements Attribute {
  @Override
  public String toString() {
    return Quoting.quote(value);
  }
}

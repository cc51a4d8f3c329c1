package mlr.ir.attributes;

import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.text.AttributeText;

/** A type as data. */
public record TypeAttr(Type value) implements Attribute {
  @Override
  public String toString() {
    return AttributeText.FULL.attribute(this);
  }
}

package mlr.ir.attributes;

import mlr.ir.Attribute;
import mlr.ir.Location;

/** A location as data. */
public record LocationAttr(Location value) implements Attribute {
  @Override
  public String toString() {
    return "loc(" + value + ")";
  }
}

package mlr.ir.attributes;

import mlr.ir.Attribute;

/** An attribute that says something by being there. */
public record UnitAttr() implements Attribute {
  public static final UnitAttr UNIT = new UnitAttr();

  @Override
  public String toString() {
    return "unit";
  }
}

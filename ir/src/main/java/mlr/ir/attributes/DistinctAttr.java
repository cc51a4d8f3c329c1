package mlr.ir.attributes;

import mlr.ir.Attribute;

/** {@code distinct[0]<attr>}: differs from every other distinct attribute with another number, whatever it refers to. */
public record DistinctAttr(long id, Attribute referenced) implements Attribute {
  @Override
  public String toString() {
    return "distinct[" + id + "]<" + (referenced instanceof UnitAttr ? "" : referenced) + ">";
  }
}

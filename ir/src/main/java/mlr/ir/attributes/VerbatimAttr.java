package mlr.ir.attributes;

import mlr.ir.Attribute;

/** A builtin attribute that nothing here looks into, kept as its text: {@code affine_set<(d0) : (d0 >= 0)>}, {@code sparse<…> : tensor<…>}. */
public record VerbatimAttr(String text) implements Attribute {
  @Override
  public String toString() {
    return text;
  }
}

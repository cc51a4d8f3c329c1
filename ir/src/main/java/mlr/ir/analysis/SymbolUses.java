package mlr.ir.analysis;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.SymbolRefAttr;

/** Where symbols are mentioned: in attributes, at any depth of arrays and dictionaries. */
public final class SymbolUses {
  private SymbolUses() {}

  /** The references on {@code op} itself, in order of attribute names, those in properties last. */
  public static List<SymbolRefAttr> of(Operation op) {
    var found = new ArrayList<SymbolRefAttr>();
    op.attributes().asMap().values().forEach(attribute -> collect(attribute, found));
    op.properties().ifPresent(properties -> collect(properties, found));
    return found;
  }

  private static void collect(Attribute attribute, List<SymbolRefAttr> found) {
    switch (attribute) {
      case SymbolRefAttr reference -> found.add(reference);
      case ArrayAttr array -> array.elements().forEach(element -> collect(element, found));
      case DictionaryAttr dictionary -> dictionary.entries().values().forEach(element -> collect(element, found));
      default -> { }
    }
  }
}

package mlr.ir.attributes;

import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.Attribute;
import mlr.ir.text.Quoting;

/** {@code @root::@nested}. */
public record SymbolRefAttr(String root, List<String> nested) implements Attribute {
  public SymbolRefAttr {
    nested = List.copyOf(nested);
  }

  public SymbolRefAttr(String root) {
    this(root, List.of());
  }

  @Override
  public String toString() {
    return Quoting.symbol(root) + nested.stream().map(n -> "::" + Quoting.symbol(n)).collect(Collectors.joining());
  }
}

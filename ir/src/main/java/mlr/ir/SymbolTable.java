package mlr.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.text.Quoting;
import mlr.ir.text.Spelling;

/** The symbols defined directly in the body of one operation, by name. A snapshot: make a new one after changes. */
public final class SymbolTable {
  /** The attribute that holds a symbol's name. */
  public static final String NAME_ATTRIBUTE = "sym_name";

  /** The attribute that holds a symbol's visibility: public, private or nested. */
  public static final String VISIBILITY_ATTRIBUTE = "sym_visibility";

  private final Map<String, Operation> symbols = new LinkedHashMap<>();

  /** Reads the symbols in the first region of {@code op}. */
  public SymbolTable(Operation op) {
    for (var block : op.region(0).blocks()) {
      for (var inner : block) {
        var name = nameOf(inner);
        if (name.isPresent()) {
          symbols.putIfAbsent(name.get(), inner);
        }
      }
    }
  }

  /** The operation that defines a symbol. */
  public Optional<Operation> lookup(String name) {
    return Optional.ofNullable(symbols.get(name));
  }

  /** The operation that defines a symbol, if it is of the given class. */
  public <T> Optional<T> lookup(String name, Class<T> kind) {
    return lookup(name).filter(kind::isInstance).map(kind::cast);
  }

  /** All symbols in order of definition. */
  public Map<String, Operation> symbols() {
    return java.util.Collections.unmodifiableMap(symbols);
  }

  /** The symbol name of an operation that has one. */
  public static Optional<String> nameOf(Operation op) {
    var name = op.attributes().isEmpty() ? Optional.<Attribute>empty() : op.attribute(NAME_ATTRIBUTE);
    if (name.isEmpty() && !op.definition().isRegistered() && op.properties().orElse(null) instanceof DictionaryAttr properties) {
      name = Optional.ofNullable(properties.entries().get(NAME_ATTRIBUTE));
    }
    return name.isPresent() && name.get() instanceof StringAttr text ? Optional.of(text.value()) : Optional.empty();
  }

  /** The nearest enclosing operation that is a symbol table, {@code op} itself not counted. */
  public static Optional<Operation> nearest(Operation op) {
    for (var parent = op.parentOp(); parent.isPresent(); parent = parent.get().parentOp()) {
      if (parent.get().definition().hasTrait(mlr.ir.definition.Trait.SYMBOL_TABLE)) {
        return parent;
      }
    }
    return Optional.empty();
  }

  /** {@code "; did you mean '@name'?"} with the visible symbol that {@code name} probably stands for; nothing when none is near. */
  public static String suggestion(Operation op, String name) {
    var visible = new ArrayList<String>();
    for (var table = nearest(op); table.isPresent(); table = nearest(table.get())) {
      visible.addAll(new SymbolTable(table.get()).symbols().keySet());
    }
    return Spelling.closest(name, visible).map(near -> "; did you mean '" + Quoting.symbol(near) + "'?").orElse("");
  }

  /** Looks a symbol up from where {@code op} stands, through all enclosing symbol tables. */
  public static Optional<Operation> lookupNearest(Operation op, String name) {
    for (var table = nearest(op); table.isPresent(); table = nearest(table.get())) {
      for (var block : table.get().region(0).blocks()) {
        for (var inner : block) {
          if (nameOf(inner).filter(name::equals).isPresent()) {
            return Optional.of(inner);
          }
        }
      }
    }
    return Optional.empty();
  }
}

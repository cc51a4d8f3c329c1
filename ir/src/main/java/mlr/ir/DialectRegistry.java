package mlr.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import mlr.ir.builtin.BuiltinDialect;
import mlr.ir.definition.OpDefinition;

/** The dialects a tool knows. A dialect's definitions load when its namespace is first asked for. */
public final class DialectRegistry {
  private final Map<String, Supplier<? extends Dialect>> suppliers = new LinkedHashMap<>();
  private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

  private record Loaded(Dialect dialect, Map<String, OpDefinition<?>> operations) {}

  /** A registry that knows {@code builtin} alone. */
  public DialectRegistry() {
    register("builtin", BuiltinDialect::new);
  }

  /** Adds a dialect; a later one of the same namespace takes the place of the earlier. */
  public synchronized DialectRegistry register(String namespace, Supplier<? extends Dialect> supplier) {
    suppliers.put(namespace, supplier);
    loaded.remove(namespace);
    return this;
  }

  /** The namespaces known, in order of registration. */
  public synchronized List<String> namespaces() {
    return new ArrayList<>(suppliers.keySet());
  }

  /** The dialect of a namespace, loaded now if it was not. */
  public Optional<Dialect> dialect(String namespace) {
    return load(namespace).map(Loaded::dialect);
  }

  /** The definition of an operation by its full name. */
  public Optional<OpDefinition<?>> operation(String name) {
    int dot = name.indexOf('.');
    var dialect = dot < 0 ? Optional.<Loaded>empty() : load(name.substring(0, dot));
    return dialect.isEmpty() ? Optional.empty() : Optional.ofNullable(dialect.get().operations().get(name));
  }

  private Optional<Loaded> load(String namespace) {
    var known = loaded.get(namespace);
    return known == null ? loadNow(namespace) : Optional.of(known);
  }

  private synchronized Optional<Loaded> loadNow(String namespace) {
    var known = loaded.get(namespace);
    if (known == null && suppliers.containsKey(namespace)) {
      var dialect = suppliers.get(namespace).get();
      var operations = new LinkedHashMap<String, OpDefinition<?>>();
      for (var definition : dialect.operations()) {
        operations.put(definition.name(), definition);
      }
      known = new Loaded(dialect, operations);
      loaded.put(namespace, known);
    }
    return Optional.ofNullable(known);
  }
}

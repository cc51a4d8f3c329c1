package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.Spelling;

/** Which definitions the names of operations in a text stand for. */
final class OperationNames {
  private static final String BUILTIN = "builtin";

  private final DialectRegistry registry;
  private final boolean allowUnregistered;
  private final TokenReader in;
  private final Map<String, OpDefinition<?>> unregistered = new LinkedHashMap<>();

  /** Registered operations met so far, by full name. */
  private final Map<String, OpDefinition<?>> registered = new HashMap<>();

  /** Those met by a name without dialect, by the default dialect where they were. */
  private final Map<String, Map<String, OpDefinition<?>>> bareNames = new HashMap<>();

  /** @param in who reports errors */
  OperationNames(DialectRegistry registry, boolean allowUnregistered, TokenReader in) {
    this.registry = registry;
    this.allowUnregistered = allowUnregistered;
    this.in = in;
  }

  /** The definition of a full name, as the generic form has it; an unregistered operation gets one that knows nothing. */
  OpDefinition<?> generic(String name, Location where) {
    var known = registered(name);
    if (known.isPresent()) {
      return known.get();
    }
    if (name.isEmpty()) {
      throw in.errorAt(where, "empty operation name is invalid");
    }
    int dot = name.indexOf('.');
    var namespace = dot < 0 ? "" : name.substring(0, dot);
    if (registry.dialect(namespace).isPresent()) {
      throw in.errorAt(where, "unregistered operation '" + name + "' found in dialect ('" + namespace + "') that does not allow unknown operations"
          + Spelling.suggestion(name, namesOf(namespace)));
    }
    if (!allowUnregistered) {
      throw in.errorAt(where, "operation '" + name + "' is of an unregistered dialect" + Spelling.suggestion(namespace, registry.namespaces())
          + "; --allow-unregistered-dialect accepts it");
    }
    return unregistered.computeIfAbsent(name, OpDefinition::unregistered);
  }

  /** The definition of a name as the custom form has it, where the dialect {@code fallback} and the builtin one may be left out. */
  OpDefinition<?> custom(String name, String fallback, Location where) {
    var met = registered.get(name);
    if (met != null) {
      return met;
    }
    boolean bare = name.indexOf('.') < 0;
    var metBare = bare ? bareNames.getOrDefault(fallback, Map.of()).get(name) : null;
    if (metBare != null) {
      return metBare;
    }
    var known = registered(name).or(() -> bare ? registered(fallback + "." + name) : Optional.empty())
        .or(() -> bare ? registered(BUILTIN + "." + name) : Optional.empty());
    if (known.isEmpty()) {
      throw in.errorAt(where, "custom op '" + name + "' is unknown" + (bare ? suggestionForBare(name, fallback) : suggestionForFull(name)));
    }
    if (bare) {
      bareNames.computeIfAbsent(fallback, _ -> new HashMap<>()).put(name, known.get());
    }
    return known.get();
  }

  private String suggestionForBare(String name, String fallback) {
    var candidates = new ArrayList<String>();
    for (var namespace : List.of(fallback, BUILTIN)) {
      namesOf(namespace).forEach(full -> candidates.add(full.substring(namespace.length() + 1)));
    }
    return Spelling.suggestion(name, candidates);
  }

  private String suggestionForFull(String name) {
    var namespace = name.substring(0, name.indexOf('.'));
    return registry.dialect(namespace).isPresent() ? Spelling.suggestion(name, namesOf(namespace))
        : ": there is no dialect '" + namespace + "'" + Spelling.suggestion(namespace, registry.namespaces());
  }

  private Optional<OpDefinition<?>> registered(String name) {
    var met = registered.get(name);
    if (met != null) {
      return Optional.of(met);
    }
    var known = registry.operation(name);
    known.ifPresent(definition -> registered.put(name, definition));
    return known;
  }

  private List<String> namesOf(String namespace) {
    return registry.dialect(namespace).stream().flatMap(dialect -> dialect.operations().stream()).<String>map(OpDefinition::name).toList();
  }
}

package mlr.validation.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mlr.ir.Type;
import mlr.ir.Value;

/** The values that may be used at a place: its own and those of the scopes around it. */
final class Scope {
  private final Optional<Scope> outer;
  private final Map<Type, List<Value>> values = new LinkedHashMap<>();

  private Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  /** A scope that sees nothing. */
  static Scope empty() {
    return new Scope(Optional.empty());
  }

  /** A scope that sees what this one sees. */
  Scope nested() {
    return new Scope(Optional.of(this));
  }

  /** Makes values visible here. */
  void add(List<? extends Value> more) {
    more.forEach(value -> values.computeIfAbsent(value.type(), _ -> new ArrayList<>()).add(value));
  }

  /** Whether a value of a type is visible. */
  boolean has(Type type) {
    return values.containsKey(type) || outer.filter(scope -> scope.has(type)).isPresent();
  }

  /** A visible value of a type, likely a recent or unused one. */
  Optional<Value> pick(Type type, RandomGenerator random) {
    var own = values.getOrDefault(type, List.of());
    if (own.isEmpty() || random.nextInt(4) == 0) {
      var further = outer.flatMap(scope -> scope.pick(type, random));
      if (further.isPresent() || own.isEmpty()) {
        return further;
      }
    }
    var value = own.get(random.nextInt(own.size()));
    // A second draw favours chains of computation over lone operations.
    return Optional.of(value.isUnused() ? value : own.get(own.size() - 1 - random.nextInt(Math.min(own.size(), 3))));
  }

  /** The values of this scope alone, by type in order of appearance. */
  List<Value> own() {
    return values.values().stream().flatMap(List::stream).toList();
  }
}

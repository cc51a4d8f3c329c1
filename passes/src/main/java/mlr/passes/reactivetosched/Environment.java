package mlr.passes.reactivetosched;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Value;

/** The lowered values that are visible at a place: those of its own block, then those of the blocks around it. */
final class Environment {
  private final Optional<Environment> outer;
  private final Map<Key, Value> values = new HashMap<>();

  private Environment(Optional<Environment> outer) {
    this.outer = outer;
  }

  static Environment root() {
    return new Environment(Optional.empty());
  }

  Environment nested() {
    return new Environment(Optional.of(this));
  }

  void define(Key key, Value value) {
    values.put(key, value);
  }

  Optional<Value> find(Key key) {
    var found = values.get(key);
    return found != null ? Optional.of(found) : outer.flatMap(o -> o.find(key));
  }

  Value get(Key key) {
    return find(key).orElseThrow(() -> new IllegalStateException("nothing was computed for " + key));
  }
}

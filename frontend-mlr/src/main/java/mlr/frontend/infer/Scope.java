package mlr.frontend.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.frontend.typed.Variable;

/** Variables by name. The inside of a segment over space is a scope of its own; everything else of a node shares one. */
final class Scope {
  private final Optional<Scope> outer;
  private final Map<String, Variable> variables = new LinkedHashMap<>();

  private Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  static Scope empty() {
    return new Scope(Optional.empty());
  }

  /** A scope whose names hide those of this one. */
  Scope inner() {
    return new Scope(Optional.of(this));
  }

  void declare(Variable variable) {
    variables.put(variable.name().text(), variable);
  }

  /** The variable of that name in this scope itself. */
  Optional<Variable> own(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** The variable that a name means here. */
  Optional<Variable> find(String name) {
    return own(name).or(() -> outer.flatMap(o -> o.find(name)));
  }

  /** The names that mean something here. */
  List<String> names() {
    var all = new ArrayList<>(variables.keySet());
    outer.ifPresent(o -> all.addAll(o.names()));
    return all;
  }
}

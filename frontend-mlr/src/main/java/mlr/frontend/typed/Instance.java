package mlr.frontend.typed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.frontend.syntax.Declaration;

/**
 * A declaration with a value for each static parameter. Values may hold unification variables until the body that uses it is solved;
 * {@code resolved} then replaces them.
 */
public record Instance(Declaration.Node declaration, List<StaticValue> arguments) {
  public Instance {
    arguments = List.copyOf(arguments);
  }

  /** The static parameters by name. */
  public Map<String, StaticValue> environment() {
    var environment = new LinkedHashMap<String, StaticValue>();
    var parameters = declaration.signature().staticParameters();
    for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
      environment.put(parameters.get(i).name().text(), arguments.get(i));
    }
    return environment;
  }

  /** How messages call it: {@code ema<<16>>}. */
  @Override
  public String toString() {
    return declaration.name() + (arguments.isEmpty() ? "" : "<<" + String.join(", ", arguments.stream().map(Object::toString).toList()) + ">>");
  }
}

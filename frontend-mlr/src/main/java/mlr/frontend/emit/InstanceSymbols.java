package mlr.frontend.emit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import mlr.frontend.typed.Instance;
import mlr.frontend.typed.TypedProgram;

/**
 * What the module calls each instance: its name, with its static arguments behind {@code $}.
 *
 * @param symbols by {@link Instance#toString}
 */
public record InstanceSymbols(Map<String, String> symbols) {
  public InstanceSymbols {
    symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
  }

  /** The symbols of all instances of a program, all different. */
  public static InstanceSymbols of(TypedProgram program) {
    var symbols = new LinkedHashMap<String, String>();
    program.nodes().forEach((key, node) -> {
      var symbol = new StringBuilder(node.instance().declaration().name().text());
      node.instance().arguments().forEach(argument -> symbol.append('$').append(argument.toString().replaceAll("[^A-Za-z0-9]+", "_")));
      while (symbols.containsValue(symbol.toString())) {
        symbol.append('_');
      }
      symbols.put(key, symbol.toString());
    });
    return new InstanceSymbols(symbols);
  }

  /** The symbol of an instance. */
  public String of(Instance instance) {
    return symbols.get(instance.toString());
  }
}

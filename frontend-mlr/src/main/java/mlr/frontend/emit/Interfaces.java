package mlr.frontend.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mlr.dialects.reactive.ClockPath;
import mlr.dialects.reactive.NodeInterface;
import mlr.frontend.syntax.ClockCondition;
import mlr.frontend.typed.TypedNode;
import mlr.frontend.typed.Variable;
import mlr.frontend.types.Element;

/** Makes the interface record of a node: the names, source types and clocks of its ports. */
public final class Interfaces {
  private Interfaces() {}

  /** The record of a typed node that the module calls {@code symbol}. */
  public static NodeInterface of(TypedNode node, String symbol, boolean exported) {
    var enums = new LinkedHashMap<String, List<String>>();
    var ports = new LinkedHashMap<String, Variable>();
    Stream.concat(node.inputs().stream(), node.outputs().stream()).forEach(variable -> {
      ports.put(variable.name().text(), variable);
      if (node.solution().resolve(variable.type()).element() instanceof Element.Enumeration(var name, var constructors)) {
        enums.put(name, constructors);
      }
    });
    return new NodeInterface(symbol, node.inputs().stream().map(v -> port(v, node, ports)).toList(),
        node.outputs().stream().map(v -> port(v, node, ports)).toList(), enums, exported, Map.of());
  }

  private static NodeInterface.Port port(Variable variable, TypedNode node, Map<String, Variable> ports) {
    var type = node.solution().resolve(variable.type());
    return new NodeInterface.Port(variable.name().text(), type.toString(), IrTypes.of(type), new ClockPath(steps(variable, node, ports)), -1);
  }

  /** {@code y : T when c} is on the clock of c, sampled by c. */
  private static List<ClockPath.Step> steps(Variable variable, TypedNode node, Map<String, Variable> ports) {
    var all = new ArrayList<ClockPath.Step>();
    for (var condition : variable.clock()) {
      var step = switch (condition) {
        case ClockCondition.Flag flag -> new ClockPath.Step(flag.name().text(), "", flag.value() ? 1 : 0);
        case ClockCondition.Constructor test -> new ClockPath.Step(test.name().text(), test.constructor().text(),
            ((Element.Enumeration) node.solution().resolve(ports.get(test.name().text()).type()).element()).constructors()
                .indexOf(test.constructor().text()));
        case ClockCondition.Periodic _ -> throw new IllegalStateException("a periodic clock in the interface of " + node.instance());
      };
      if (all.isEmpty()) {
        all.addAll(steps(ports.get(step.condition()), node, ports));
      }
      all.add(step);
    }
    return all;
  }
}

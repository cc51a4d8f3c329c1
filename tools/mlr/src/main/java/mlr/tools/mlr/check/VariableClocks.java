package mlr.tools.mlr.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.WordOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.frontend.typed.TypedNode;
import mlr.frontend.typed.Variable;
import mlr.frontend.types.Element;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Value;

/** The clocks of a node's variables as a program would write them. */
final class VariableClocks {
  private final ClockAnalysis clocks;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, List<String>> constructors = new HashMap<>();

  VariableClocks(TypedNode node, NodeOp op, Operation module) {
    clocks = ClockAnalysis.of(op, module);
    name(op.body());
    node.variables().forEach(variable -> {
      if (node.solution().resolve(variable.type()).element() instanceof Element.Enumeration enumeration) {
        constructors.put(variable.name().text(), enumeration.constructors());
      }
    });
  }

  /** Every operation and argument that defines a variable has its name. */
  private void name(Block block) {
    block.arguments().forEach(this::name);
    for (var op : block) {
      op.results().forEach(this::name);
      op.regions().forEach(region -> region.blocks().forEach(this::name));
    }
  }

  private void name(Value value) {
    value.location().sourceName().ifPresent(name -> values.putIfAbsent(name, value));
  }

  /** {@code " when c when Drive(g)"}, outermost first; nothing for a variable that is always present. */
  String text(Variable variable) {
    var value = values.get(variable.name().text());
    return value == null ? "" : text(clocks.clockOf(value));
  }

  private String text(Clock clock) {
    return switch (clock) {
      case Clock.Base _ -> "";
      case Clock.On(var parent, var condition, long value) -> text(parent) + " when " + text(condition, value);
    };
  }

  private String text(Value condition, long value) {
    if (condition.definingOp().orElse(null) instanceof WordOp word) {
      return word.word();
    }
    var name = condition.location().sourceName().orElse("the end of its segment");
    var cases = constructors.get(name);
    return cases != null ? cases.get((int) value) + "(" + name + ")" : value != 0 ? name : "not " + name;
  }
}

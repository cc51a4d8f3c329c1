package mlr.passes.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mlr.dialects.reactive.ClockPath;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.ir.Operation;

/** What {@code mlr check} says of each node: one line with its ports, their types and clocks, and what is special about it. */
public final class NodeSummaryText {
  private NodeSummaryText() {}

  /** One line a node, in source order: {@code node f (x : f32; c : bool) returns (y : f32 when c)   -- anticausal}. */
  public static List<String> of(Operation module) {
    var anticausal = AnticausalNodes.of(module);
    var lines = new ArrayList<String>();
    for (var op : module.region(0).entry()) {
      if (op instanceof NodeOp node) {
        lines.add(line(NodeInterface.ofNode(module, node), node.hasAttribute("stateless"), anticausal.contains(node.symbol())));
      }
    }
    return lines;
  }

  /** The inputs that a node declares and does not use, for warnings. */
  public static List<String> unusedInputs(Operation module, NodeOp node) {
    var ports = NodeInterface.ofNode(module, node);
    var unused = new ArrayList<String>();
    for (int i = 0; i < ports.inputs().size(); i++) {
      var name = ports.inputs().get(i).name();
      boolean samples = ports.outputs().stream().anyMatch(port -> port.clock().steps().stream().anyMatch(step -> step.condition().equals(name)))
          || ports.inputs().stream().anyMatch(port -> port.clock().steps().stream().anyMatch(step -> step.condition().equals(name)));
      if (node.body().argument(i).isUnused() && !samples) {
        unused.add(name);
      }
    }
    return unused;
  }

  /** The line of one node. */
  public static String line(NodeInterface ports, boolean stateless, boolean anticausal) {
    var marks = new ArrayList<String>();
    if (anticausal) {
      marks.add("anticausal");
    }
    if (!ports.exported()) {
      marks.add("not exported");
    }
    return (stateless ? "fun " : "node ") + ports.name() + " (" + list(ports.inputs()) + ") returns (" + list(ports.outputs()) + ")"
        + (marks.isEmpty() ? "" : "   -- " + String.join(", ", marks));
  }

  private static String list(List<NodeInterface.Port> ports) {
    return ports.stream().map(port -> port.name() + " : " + port.sourceType() + clock(port.clock())).collect(Collectors.joining("; "));
  }

  private static String clock(ClockPath clock) {
    return clock.steps().isEmpty() ? "" : " when " + step(clock.steps().getLast());
  }

  private static String step(ClockPath.Step step) {
    return step.toString().substring(" on ".length());
  }
}

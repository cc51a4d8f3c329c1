package mlr.interpreter;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.Location;
import mlr.ir.Operation;

/**
 * Drives a node through its interface, the same way at every level: reset, then for each instant inputs in and outputs
 * out. Presence follows the clocks of the interface: values at absent inputs are not handed on, those at absent outputs not
 * reported.
 */
public record TraceRunner(NodeEngine engine, NodeInterface ports) {
  /** A runner for a node of a module at any level. */
  public static TraceRunner of(Operation module, String node, ExternalFunctions externals) {
    return new TraceRunner(NodeEngines.of(module, node, externals), NodeEngines.ports(module, node));
  }

  /** The outputs of each instant, from reset on; rows are in port order, {@link Absent#ABSENT} where a port is absent. */
  public List<Object[]> run(Iterable<Object[]> inputs) {
    engine.reset();
    var trace = new ArrayList<Object[]>();
    for (var row : inputs) {
      trace.add(step(row));
    }
    return trace;
  }

  /** The outputs of the next instant. */
  public Object[] step(Object[] inputs) {
    var clocks = new PortClocks(ports);
    var given = inputs.clone();
    mask(given, clocks.presentInputs(inputs, new Object[0]), ports.inputs(), true);
    var outputs = engine.step(given).clone();
    mask(outputs, clocks.presentOutputs(given, outputs), ports.outputs(), false);
    return outputs;
  }

  private boolean isDecidedByInputs(NodeInterface.Port port) {
    return port.clock().steps().stream().allMatch(step -> ports.inputs().stream().anyMatch(p -> p.name().equals(step.condition())));
  }

  /** Makes absent what the clocks say is; inputs on clocks that outputs decide are left to the node. */
  private void mask(Object[] values, boolean[] present, List<NodeInterface.Port> of, boolean areInputs) {
    for (int i = 0; i < values.length; i++) {
      var port = of.get(i);
      if (!present[i] && (!areInputs || isDecidedByInputs(port))) {
        values[i] = Absent.ABSENT;
      } else if (present[i] && values[i] == Absent.ABSENT) {
        throw new ExecutionError(Location.UNKNOWN, (areInputs ? "input '" : "output '") + port.name() + "' has no value where its clock '"
            + port.clock() + "' is present");
      }
    }
  }
}

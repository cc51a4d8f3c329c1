package mlr.interpreter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.reactive.NodeInterface;

/** Which ports of a node are present in an instant, by the clocks of its interface and the values of the ports they name. */
public record PortClocks(NodeInterface ports) {
  /** Whether each input is present, given what inputs and outputs the instant has; conditions may be ports of either kind. */
  public boolean[] presentInputs(Object[] inputs, Object[] outputs) {
    return present(ports.inputs(), inputs, outputs);
  }

  /** Whether each output is present; as {@link #presentInputs}. */
  public boolean[] presentOutputs(Object[] inputs, Object[] outputs) {
    return present(ports.outputs(), inputs, outputs);
  }

  private Map<String, Object> values(Object[] inputs, Object[] outputs) {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i < outputs.length; i++) {
      values.put(ports.outputs().get(i).name(), outputs[i]);
    }
    for (int i = 0; i < inputs.length; i++) {
      values.put(ports.inputs().get(i).name(), inputs[i]);
    }
    return values;
  }

  private boolean[] present(List<NodeInterface.Port> of, Object[] inputs, Object[] outputs) {
    var all = new boolean[of.size()];
    boolean clocked = false;
    for (int i = 0; i < all.length; i++) {
      all[i] = of.get(i).clock().steps().isEmpty();
      clocked |= !all[i];
    }
    if (clocked) {
      var values = values(inputs, outputs);
      for (int i = 0; i < all.length; i++) {
        // Each condition of a path is on the clock of the steps before it, so a mismatch further out settles it.
        all[i] = of.get(i).clock().steps().stream().allMatch(step -> values.get(step.condition()) instanceof Long value && value == step.value());
      }
    }
    return all;
  }
}

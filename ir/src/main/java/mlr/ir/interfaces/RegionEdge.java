package mlr.ir.interfaces;

import java.util.List;
import java.util.Optional;
import mlr.ir.OpOperand;
import mlr.ir.Region;
import mlr.ir.Value;

/**
 * One way that control takes between an operation and its regions, and the values that travel along: operand i becomes input i.
 *
 * @param source the region at whose end control leaves, or empty where the operation itself is entered
 * @param target the region that is entered, or empty where the operation is left
 * @param operands what is handed over, as operands of the terminator or of the operation
 * @param inputs what they become: arguments of the target's entry block, or results of the operation
 */
public record RegionEdge(Optional<Region> source, Optional<Region> target, List<OpOperand> operands, List<? extends Value> inputs) {
  public RegionEdge {
    if (operands.size() != inputs.size()) {
      throw new IllegalArgumentException(operands.size() + " operands for " + inputs.size() + " inputs");
    }
  }
}

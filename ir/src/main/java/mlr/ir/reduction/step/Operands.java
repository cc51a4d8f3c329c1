package mlr.ir.reduction.step;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.BlockArgument;
import mlr.ir.DialectRegistry;
import mlr.ir.OpOperand;
import mlr.ir.Operation;

/** Drops operands where their number is free, and makes others arguments of blocks, which need no operation. */
public record Operands(DialectRegistry registry) implements ReductionStep {
  @Override
  public String units() {
    return "operands";
  }

  @Override
  public int count(Operation root) {
    return all(root).size();
  }

  private static List<OpOperand> all(Operation root) {
    var all = new ArrayList<OpOperand>();
    root.walkPreOrder(op -> all.addAll(op.opOperands()));
    return all;
  }

  @Override
  public void remove(Operation root, int from, int to) {
    for (var operand : List.copyOf(all(root).subList(from, to)).reversed()) {
      var op = operand.owner();
      if (!op.definition().isRegistered()) {
        op.eraseOperand(operand.index());
      } else if (!(operand.get() instanceof BlockArgument)) {
        new Replacements(registry).older(op, operand.get().type()).filter(BlockArgument.class::isInstance).ifPresent(operand::set);
      }
    }
  }
}

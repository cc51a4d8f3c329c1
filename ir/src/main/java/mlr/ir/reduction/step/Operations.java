package mlr.ir.reduction.step;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;

/** Erases operations. What used their results uses an older value of the same type, or zero. */
public record Operations(DialectRegistry registry) implements ReductionStep {
  @Override
  public String units() {
    return "operations";
  }

  @Override
  public int count(Operation root) {
    return erasable(root).size();
  }

  /** All but the root and the ends of blocks, in program order. */
  private static List<Operation> erasable(Operation root) {
    var all = new ArrayList<Operation>();
    root.walkPreOrder(op -> {
      if (op != root && op.successorCount() == 0 && !op.definition().isTerminator()) {
        all.add(op);
      }
    });
    return all;
  }

  @Override
  public void remove(Operation root, int from, int to) {
    var replacements = new Replacements(registry);
    // Users stand behind what they use: from the back, most results are unused when their turn comes.
    for (var op : List.copyOf(erasable(root).subList(from, to)).reversed()) {
      if (op.block().isPresent() && replacements.replaceResults(op)) {
        op.erase();
      }
    }
  }
}

package mlr.ir.reduction.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.UnregisteredOp;

/** Removes attributes but names and visibilities, and properties; whether an operation can do without one its verifier says. */
public record Attributes() implements ReductionStep {
  private static final Set<String> KEPT = Set.of(SymbolTable.NAME_ATTRIBUTE, SymbolTable.VISIBILITY_ATTRIBUTE);

  @Override
  public String units() {
    return "attributes";
  }

  @Override
  public int count(Operation root) {
    return all(root).size();
  }

  private static List<Runnable> all(Operation root) {
    var all = new ArrayList<Runnable>();
    root.walkPreOrder(op -> {
      op.attributes().asMap().keySet().stream().filter(name -> !KEPT.contains(name)).forEach(name -> all.add(() -> op.removeAttribute(name)));
      if (op instanceof UnregisteredOp unknown && unknown.properties().isPresent()) {
        all.add(unknown::removeProperties);
      }
    });
    return all;
  }

  @Override
  public void remove(Operation root, int from, int to) {
    all(root).subList(from, to).forEach(Runnable::run);
  }
}

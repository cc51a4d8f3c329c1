package mlr.ir.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.rewrite.RewriteListener;

/** Gathers what a pattern creates, nested operations after those around them, and passes all it hears on. */
final class CreatedOperations implements RewriteListener {
  private final ArrayList<Operation> created = new ArrayList<>();
  private final Consumer<Operation> gather = created::add;
  private final RewriteListener next;

  CreatedOperations(RewriteListener next) {
    this.next = next;
  }

  void clear() {
    created.clear();
  }

  /** All of them, the latest last. */
  List<Operation> all() {
    return created;
  }

  @Override
  public void created(Operation op) {
    if (op.regionCount() == 0) {
      created.add(op);
    } else {
      op.walkPreOrder(gather);
    }
    next.created(op);
  }

  @Override
  public void modified(Operation op) {
    next.modified(op);
  }

  @Override
  public void replacing(Operation op, List<? extends Value> values) {
    next.replacing(op, values);
  }

  @Override
  public void erasing(Operation op) {
    next.erasing(op);
  }
}

package mlr.ir.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;

/**
 * Operations to visit, each at most once, latest first. What is removed leaves a hole. Each operation notes its place in the list, which
 * is checked there: a set that needs no hashing (Briggs and Torczon, An Efficient Representation for Sparse Sets).
 */
final class Worklist {
  private final ArrayList<Operation> stack = new ArrayList<>();

  void push(Operation op) {
    if (!isWaiting(op)) {
      op.setMark(stack.size());
      stack.add(op);
    }
  }

  private boolean isWaiting(Operation op) {
    int place = op.mark();
    return place < stack.size() && stack.get(place) == op;
  }

  /** Pushes several so that the first of them is popped first; those that stand in no block any more are left out. */
  void pushAll(List<Operation> ops) {
    for (int i = ops.size() - 1; i >= 0; i--) {
      if (ops.get(i).isInBlock()) {
        push(ops.get(i));
      }
    }
  }

  void remove(Operation op) {
    if (isWaiting(op)) {
      stack.set(op.mark(), null);
    }
  }

  void clear() {
    stack.clear();
  }

  /** The latest; one that was erased behind the worklist's back is passed over. */
  Optional<Operation> pop() {
    while (!stack.isEmpty()) {
      var top = stack.removeLast();
      if (top != null && top.isInBlock()) {
        return Optional.of(top);
      }
    }
    return Optional.empty();
  }
}

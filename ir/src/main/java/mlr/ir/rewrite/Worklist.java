package mlr.ir.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Operation;

/** Operations to visit, each at most once, latest first. What is removed stays on the stack, and is passed over when its turn comes. */
final class Worklist {
  private final ArrayList<Operation> stack = new ArrayList<>();
  private final Set<Operation> waiting = Collections.newSetFromMap(new IdentityHashMap<>());

  void push(Operation op) {
    if (waiting.add(op)) {
      stack.add(op);
    }
  }

  /** Pushes several so that the first of them is popped first; those that stand in no block any more are left out. */
  void pushAll(List<Operation> ops) {
    for (int i = ops.size() - 1; i >= 0; i--) {
      if (ops.get(i).block().isPresent()) {
        push(ops.get(i));
      }
    }
  }

  void remove(Operation op) {
    waiting.remove(op);
  }

  void clear() {
    stack.clear();
    waiting.clear();
  }

  Optional<Operation> pop() {
    while (!stack.isEmpty()) {
      var top = stack.removeLast();
      if (waiting.remove(top)) {
        return Optional.of(top);
      }
    }
    return Optional.empty();
  }
}

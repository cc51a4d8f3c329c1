package mlr.ir.rewrite;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Operation;

/** Operations to visit, each at most once, latest first; removal from the middle leaves a hole. */
final class Worklist {
  private final ArrayList<Optional<Operation>> stack = new ArrayList<>();
  private final Map<Operation, Integer> positions = new IdentityHashMap<>();

  void push(Operation op) {
    if (positions.putIfAbsent(op, stack.size()) == null) {
      stack.add(Optional.of(op));
    }
  }

  /** Pushes several so that the first of them is popped first. */
  void pushAll(List<Operation> ops) {
    ops.reversed().forEach(this::push);
  }

  void remove(Operation op) {
    var position = positions.remove(op);
    if (position != null) {
      stack.set(position, Optional.empty());
    }
  }

  Optional<Operation> pop() {
    while (!stack.isEmpty()) {
      var top = stack.removeLast();
      if (top.isPresent()) {
        positions.remove(top.get());
        return top;
      }
    }
    return Optional.empty();
  }
}

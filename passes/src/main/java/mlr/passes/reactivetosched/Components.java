package mlr.passes.reactivetosched;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import mlr.ir.Operation;

/** Strongly connected components of operations (Tarjan 1972), each after those it depends on. */
final class Components {
  private final Function<Operation, List<Operation>> dependences;
  private final Map<Operation, Integer> index = new HashMap<>();
  private final Map<Operation, Integer> low = new HashMap<>();
  private final Deque<Operation> stack = new ArrayDeque<>();
  private final Set<Operation> onStack = new HashSet<>();
  private final List<List<Operation>> found = new ArrayList<>();

  Components(List<Operation> operations, Function<Operation, List<Operation>> dependences) {
    this.dependences = dependences;
    for (var op : operations) {
      if (!index.containsKey(op)) {
        visit(op);
      }
    }
  }

  /** The components, dependences first. */
  List<List<Operation>> inOrder() {
    return found;
  }

  private void visit(Operation op) {
    int mine = index.size();
    index.put(op, mine);
    low.put(op, mine);
    stack.push(op);
    onStack.add(op);
    for (var next : dependences.apply(op)) {
      if (!index.containsKey(next)) {
        visit(next);
        low.merge(op, low.get(next), Math::min);
      } else if (onStack.contains(next)) {
        low.merge(op, index.get(next), Math::min);
      }
    }
    if (low.get(op) == mine) {
      var component = new ArrayList<Operation>();
      Operation member;
      do {
        member = stack.pop();
        onStack.remove(member);
        component.addFirst(member);
      } while (member != op);
      found.add(component);
    }
  }
}

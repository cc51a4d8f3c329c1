package mlr.ir.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Strongly connected components of a graph (Tarjan 1972), each after those it depends on. */
public final class StronglyConnectedComponents<T> {
  private final Function<T, ? extends Collection<T>> dependences;
  private final Map<T, Integer> index = new HashMap<>();
  private final Map<T, Integer> low = new HashMap<>();
  private final Deque<T> stack = new ArrayDeque<>();
  private final Set<T> onStack = new HashSet<>();
  private final List<List<T>> found = new ArrayList<>();

  /**
   * Finds the components.
   *
   * @param vertices in the order in which they are looked at
   * @param dependences what a vertex depends on; vertices all
   */
  public StronglyConnectedComponents(Collection<T> vertices, Function<T, ? extends Collection<T>> dependences) {
    this.dependences = dependences;
    for (var vertex : vertices) {
      if (!index.containsKey(vertex)) {
        visit(vertex);
      }
    }
  }

  /** The components, dependences first. */
  public List<List<T>> inOrder() {
    return found;
  }

  private void visit(T vertex) {
    int mine = index.size();
    index.put(vertex, mine);
    low.put(vertex, mine);
    stack.push(vertex);
    onStack.add(vertex);
    for (var next : dependences.apply(vertex)) {
      if (!index.containsKey(next)) {
        visit(next);
        low.merge(vertex, low.get(next), Math::min);
      } else if (onStack.contains(next)) {
        low.merge(vertex, index.get(next), Math::min);
      }
    }
    if (low.get(vertex) == mine) {
      var component = new ArrayList<T>();
      T member;
      do {
        member = stack.pop();
        onStack.remove(member);
        component.addFirst(member);
      } while (member != vertex);
      found.add(component);
    }
  }
}

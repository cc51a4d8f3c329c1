package mlr.passes.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mlr.passes.loop.dependence.Access;

/** Which orders of a nest walk memory best: those whose inner loops have small strides come first, the present order before its equals. */
record Contiguity(PerfectNest nest) {
  /** All orders, the best one first. */
  List<List<Integer>> orders() {
    var costs = IntStream.range(0, nest.depth()).mapToLong(this::cost).boxed().toList();
    // The loop of the smallest cost is to be innermost: costs are compared from the inside out.
    Comparator<List<Integer>> inner = (a, b) -> {
      for (int place = nest.depth() - 1; place > 0; place--) {
        int difference = Long.compare(costs.get(a.get(place)), costs.get(b.get(place)));
        if (difference != 0) {
          return difference;
        }
      }
      return 0;
    };
    return permutations(nest.depth()).stream().sorted(inner).toList();
  }

  /** How far the accesses are apart that a loop makes one after another: 0 for the same place, 1 for the next one, 8 for any other, summed up. */
  private long cost(int position) {
    var variable = nest.loops().get(position).inductionVariable();
    return Access.in(LoopBody.operations(nest.innermost())).orElseThrow().stream().mapToLong(access -> access.indices().map(indices -> {
      boolean outside = indices.subList(0, Math.max(0, indices.size() - 1)).stream().anyMatch(index -> index.factor(variable) != 0);
      long last = indices.isEmpty() ? 0 : Math.abs(indices.getLast().factor(variable));
      return outside ? 8L : Math.min(8, last);
    }).orElse(8L)).sum();
  }

  /** All orders of the numbers below {@code size}, in lexicographic order. */
  private static List<List<Integer>> permutations(int size) {
    List<List<Integer>> all = List.of(List.of());
    for (int i = 0; i < size; i++) {
      var longer = new ArrayList<List<Integer>>();
      for (var order : all) {
        IntStream.range(0, size).filter(next -> !order.contains(next)).forEach(next -> {
          var more = new ArrayList<>(order);
          more.add(next);
          longer.add(more);
        });
      }
      all = longer;
    }
    return all;
  }
}

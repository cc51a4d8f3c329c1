package mlr.ir.text.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Elements of numbered groups. Each group is added at once, in any order of groups; one may be added empty. */
final class GroupedList<E> {
  private static final int MISSING = -1;
  private final List<E> elements = new ArrayList<>(2);
  private final int[] starts;
  private final int[] sizes;

  GroupedList(int groups) {
    starts = new int[groups];
    sizes = new int[groups];
    Arrays.fill(starts, MISSING);
  }

  void add(int group, E element) {
    starts[group] = elements.size();
    sizes[group] = 1;
    elements.add(element);
  }

  void addAll(int group, List<? extends E> more) {
    starts[group] = elements.size();
    sizes[group] = more.size();
    elements.addAll(more);
  }

  /** Whether the group was added. */
  boolean has(int group) {
    return starts[group] != MISSING;
  }

  int size(int group) {
    return sizes[group];
  }

  /** The first element of a group that has one. */
  E first(int group) {
    return elements.get(starts[group]);
  }

  List<E> get(int group) {
    return sizes[group] == 0 ? List.of() : elements.subList(starts[group], starts[group] + sizes[group]);
  }
}

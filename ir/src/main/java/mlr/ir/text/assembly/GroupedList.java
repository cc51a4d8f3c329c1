package mlr.ir.text.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Elements of numbered groups. Each group is added at once, in any order of groups; one may be added empty. Made for each operation read. */
final class GroupedList<E> {
  private static final int[] NO_GROUPS = {};
  private static final Object[] NO_ELEMENTS = {};

  private Object[] elements = NO_ELEMENTS;
  private int count;

  /** For each group where it starts, counted from 1, so that 0 means that it was not added, and its size. */
  private final int[] places;

  GroupedList(int groups) {
    places = groups == 0 ? NO_GROUPS : new int[2 * groups];
  }

  void add(int group, E element) {
    note(group, 1);
    append(element);
  }

  void addAll(int group, List<? extends E> more) {
    note(group, more.size());
    for (var element : more) {
      append(element);
    }
  }

  private void note(int group, int size) {
    places[2 * group] = count + 1;
    places[2 * group + 1] = size;
  }

  private void append(E element) {
    if (count == elements.length) {
      elements = Arrays.copyOf(elements, Math.max(2, 2 * count));
    }
    elements[count++] = element;
  }

  /** Whether the group was added. */
  boolean has(int group) {
    return places[2 * group] != 0;
  }

  int size(int group) {
    return places[2 * group + 1];
  }

  /** The first element of a group that has one. */
  E first(int group) {
    return element(places[2 * group] - 1);
  }

  List<E> get(int group) {
    if (size(group) == 0) {
      return List.of();
    }
    int start = places[2 * group] - 1;
    var some = new ArrayList<E>(size(group));
    for (int i = start; i < start + size(group); i++) {
      some.add(element(i));
    }
    return some;
  }

  // Only elements of the class E are put in.
  @SuppressWarnings("unchecked")
  private E element(int index) {
    return (E) elements[index];
  }
}

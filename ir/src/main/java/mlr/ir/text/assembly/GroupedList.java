package mlr.ir.text.assembly;

import java.util.List;

/** Elements of numbered groups, which are added in any order, each at once; one may be added empty. Made for each operation read. */
final class GroupedList<E> {
  private static final Object[] NO_SINGLES = {};
  private static final List<?>[] NO_OTHERS = {};

  private final int groups;

  /** The elements of groups of one, by group, once there are any. */
  private Object[] singles = NO_SINGLES;

  /** The elements of other groups, by group, once there are any. */
  private List<?>[] others = NO_OTHERS;

  GroupedList(int groups) {
    this.groups = groups;
  }

  void add(int group, E element) {
    if (singles.length == 0) {
      singles = new Object[groups];
    }
    singles[group] = element;
  }

  void addAll(int group, List<? extends E> more) {
    if (more.size() == 1) {
      add(group, more.getFirst());
      return;
    }
    if (others.length == 0) {
      others = new List<?>[groups];
    }
    others[group] = more;
  }

  /** Whether the group was added. */
  boolean has(int group) {
    return isSingle(group) || isOther(group);
  }

  private boolean isSingle(int group) {
    return singles.length > 0 && singles[group] != null;
  }

  private boolean isOther(int group) {
    return others.length > 0 && others[group] != null;
  }

  int size(int group) {
    return isSingle(group) ? 1 : isOther(group) ? others[group].size() : 0;
  }

  /** The first element of a group that has one. */
  // Only elements of the class E are put in, here and below.
  @SuppressWarnings("unchecked")
  E first(int group) {
    return (E) (isSingle(group) ? singles[group] : others[group].getFirst());
  }

  @SuppressWarnings("unchecked")
  List<E> get(int group) {
    return isSingle(group) ? List.of(first(group)) : isOther(group) ? (List<E>) others[group] : List.of();
  }
}

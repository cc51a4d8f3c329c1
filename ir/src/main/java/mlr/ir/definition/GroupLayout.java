package mlr.ir.definition;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.attributes.DenseArrayAttr;

/** Where the groups that operands (or results) are declared in lie among all of them. */
public final class GroupLayout {
  private final List<Arity> arities;
  private final String segments;
  private final int singles;
  private final boolean variadic;
  private final boolean[] single;

  /** For each group, how many groups of exactly one value and how many others come before it. */
  private final int[] singlesBefore;
  private final int[] othersBefore;

  /** @param segments the attribute that holds the size of each group; empty when sizes follow from the total */
  GroupLayout(List<Arity> arities, String segments) {
    this.arities = List.copyOf(arities);
    this.segments = segments;
    single = new boolean[arities.size()];
    singlesBefore = new int[arities.size()];
    othersBefore = new int[arities.size()];
    int count = 0;
    for (int i = 0; i < arities.size(); i++) {
      singlesBefore[i] = count;
      othersBefore[i] = i - count;
      single[i] = arities.get(i) == Arity.ONE;
      count += single[i] ? 1 : 0;
    }
    singles = count;
    variadic = arities.contains(Arity.VARIADIC);
  }

  /** The number of groups. */
  public int count() {
    return single.length;
  }

  /** How many values each group has. */
  public List<Arity> arities() {
    return arities;
  }

  /** The number of groups of exactly one value. */
  public int singles() {
    return singles;
  }

  /** Whether a group takes any number of values. */
  public boolean isVariadic() {
    return variadic;
  }

  /** The place of a group in {@code op}, which has {@code total} values in all groups. */
  public Range range(Operation op, int group, int total) {
    int start = start(op, group, total);
    return new Range(start, start + size(op, group, total));
  }

  /** Where a group starts in {@code op}, which has {@code total} values in all groups. */
  public int start(Operation op, int group, int total) {
    return segments.isEmpty() ? singlesBefore[group] + othersBefore[group] * (total - singles) : start(sizes(op), group);
  }

  /** The number of values of a group in {@code op}, which has {@code total} in all groups. */
  public int size(Operation op, int group, int total) {
    return single[group] ? 1 : segments.isEmpty() ? total - singles : sizes(op).get(group).intValue();
  }

  private List<Long> sizes(Operation op) {
    return op.attribute(segments, DenseArrayAttr.class).values();
  }

  private static int start(List<Long> sizes, int group) {
    int start = 0;
    for (int i = 0; i < group; i++) {
      start += sizes.get(i).intValue();
    }
    return start;
  }
}

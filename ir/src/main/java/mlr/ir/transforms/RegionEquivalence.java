package mlr.ir.transforms;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;

/** Whether the regions of two operations say the same, each of one block: the same operations in the same order, on what corresponds. */
final class RegionEquivalence {
  private final Map<Value, Value> correspondents = new IdentityHashMap<>();

  private RegionEquivalence() {}

  /** Whether {@code a} and {@code b} have equal regions; locations do not count. */
  static boolean haveEqualRegions(Operation a, Operation b) {
    return new RegionEquivalence().regions(a, b);
  }

  private boolean regions(Operation a, Operation b) {
    return a.regions().size() == b.regions().size() && IntStream.range(0, a.regions().size()).allMatch(i -> same(a.region(i), b.region(i)));
  }

  private boolean same(Region a, Region b) {
    return a.isEmpty() ? b.isEmpty() : a.blocks().size() == 1 && b.blocks().size() == 1 && same(a.entry(), b.entry());
  }

  private boolean same(Block a, Block b) {
    if (a.size() != b.size() || !correspond(a.arguments(), b.arguments())) {
      return false;
    }
    var other = b.iterator();
    for (var op : a) {
      if (!same(op, other.next())) {
        return false;
      }
    }
    return true;
  }

  private boolean same(Operation a, Operation b) {
    return a.definition() == b.definition() && a.operandCount() == b.operandCount() && a.successorCount() == 0 && b.successorCount() == 0
        && IntStream.range(0, a.operandCount()).allMatch(i -> correspondents.getOrDefault(a.operand(i), a.operand(i)) == b.operand(i))
        && a.attributes().equals(b.attributes()) && a.properties().equals(b.properties()) && regions(a, b) && correspond(a.results(), b.results());
  }

  /** Notes that values stand for one another, if their types allow it. */
  private boolean correspond(List<? extends Value> a, List<? extends Value> b) {
    boolean same = a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> a.get(i).type().equals(b.get(i).type()));
    for (int i = 0; same && i < a.size(); i++) {
      correspondents.put(a.get(i), b.get(i));
    }
    return same;
  }
}

package mlr.validation.subject;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;

/** Whether two operations are the same but for locations and the names of values. One object serves one test. */
public final class SameCode {
  private final Map<Value, Value> values = new IdentityHashMap<>();
  private final Map<Block, Block> blocks = new IdentityHashMap<>();

  /** Whether they are. */
  public boolean test(Operation one, Operation other) {
    // Graph regions use values before they are defined, so uses are looked at when all definitions are matched.
    return matchDefinitions(one, other) && matchUses(one, other);
  }

  private boolean matchDefinitions(Operation one, Operation other) {
    if (!one.name().equals(other.name()) || !one.resultTypes().equals(other.resultTypes()) || one.operandCount() != other.operandCount()
        || one.successors().size() != other.successors().size() || one.regions().size() != other.regions().size()
        || !attributes(one).equals(attributes(other)) || !one.properties().equals(other.properties())) {
      return false;
    }
    for (int i = 0; i < one.resultCount(); i++) {
      values.put(one.result(i), other.result(i));
    }
    return all(one.regions().size(), i -> matchRegions(one.region(i), other.region(i)));
  }

  /** All attributes but those that say what their absence means, too. */
  private static Map<String, Attribute> attributes(Operation op) {
    var all = new LinkedHashMap<>(op.attributes().asMap());
    op.definition().attributes().forEach(handle -> handle.defaultValue().ifPresent(value -> all.remove(handle.name(), value)));
    return all;
  }

  private boolean matchRegions(Region one, Region other) {
    return one.blocks().size() == other.blocks().size() && all(one.blocks().size(), i -> matchBlocks(one.blocks().get(i), other.blocks().get(i)));
  }

  private boolean matchBlocks(Block one, Block other) {
    blocks.put(one, other);
    if (one.size() != other.size() || one.arguments().size() != other.arguments().size()) {
      return false;
    }
    for (int i = 0; i < one.arguments().size(); i++) {
      if (!one.argument(i).type().equals(other.argument(i).type())) {
        return false;
      }
      values.put(one.argument(i), other.argument(i));
    }
    var others = other.iterator();
    for (var op : one) {
      if (!matchDefinitions(op, others.next())) {
        return false;
      }
    }
    return true;
  }

  private boolean matchUses(Operation one, Operation other) {
    return all(one.operandCount(), i -> values.get(one.operand(i)) == other.operand(i))
        && all(one.successors().size(), i -> blocks.get(one.successors().get(i)) == other.successors().get(i))
        && all(one.regions().size(), i -> all(one.region(i).blocks().size(), k -> matchUses(one.region(i).blocks().get(k))));
  }

  private boolean matchUses(Block one) {
    var others = blocks.get(one).iterator();
    for (var op : one) {
      if (!matchUses(op, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean all(int count, java.util.function.IntPredicate test) {
    return IntStream.range(0, count).allMatch(test);
  }
}

package mlr.ir.dataflow;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Value;

/**
 * Which values are still needed where: used later on some way that control may take. A value that a loop uses is live until the loop ends.
 * As upstream's analysis of that name, whose blocks know nothing of their regions' ends. A snapshot.
 */
public final class Liveness {
  private static final DenseBackwardAnalysis<Set<Value>> ANALYSIS = new DenseBackwardAnalysis<>() {
    @Override
    public Set<Value> newBoundaryFact() {
      return Set.of();
    }

    @Override
    public Set<Value> newInitialFact() {
      return Set.of();
    }

    @Override
    public Set<Value> meet(Set<Value> a, Set<Value> b) {
      if (a.containsAll(b)) {
        return a;
      }
      var both = new HashSet<>(a);
      both.addAll(b);
      return both;
    }

    @Override
    public Set<Value> transferNode(Operation op, Set<Value> after) {
      var before = new HashSet<>(define(op.results(), after));
      before.addAll(op.operands());
      return before;
    }

    @Override
    public Set<Value> define(List<? extends Value> values, Set<Value> after) {
      if (values.stream().noneMatch(after::contains)) {
        return after;
      }
      var before = new HashSet<>(after);
      values.forEach(before::remove);
      return before;
    }
  };

  private final DenseBackwardSolver<Set<Value>> facts;
  private final Map<Block, Map<Operation, Set<Value>>> after = new IdentityHashMap<>();

  /** Reads what is in {@code root}. */
  public Liveness(Operation root) {
    facts = new DenseBackwardSolver<>(ANALYSIS, root);
  }

  /** The values from outside the block that are live at its head. */
  public Set<Value> liveIn(Block block) {
    return facts.head(block);
  }

  /** The values that are live after the block. */
  public Set<Value> liveOut(Block block) {
    return facts.end(block);
  }

  /** The values that are live right after {@code op}. */
  public Set<Value> liveAfter(Operation op) {
    return after.computeIfAbsent(op.block().orElseThrow(), block -> {
      Map<Operation, Set<Value>> all = new IdentityHashMap<>();
      facts.forEachAfter(block, all::put);
      return all;
    }).get(op);
  }

  /** Whether nothing uses {@code value} after {@code op}. */
  public boolean isDeadAfter(Value value, Operation op) {
    return !liveAfter(op).contains(value);
  }
}

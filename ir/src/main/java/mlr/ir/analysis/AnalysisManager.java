package mlr.ir.analysis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import mlr.ir.Operation;

/**
 * Keeps the results of analyses from pass to pass, for each operation they were asked about. A pass need not say what it leaves
 * intact: before a result is used again, what the analysis reads of the IR is compared with what it was, object by object. Passes
 * that ran on other operations, or changed other things, therefore cost no result. May be used for several operations at the same
 * time, none of them in another.
 */
public final class AnalysisManager {
  private record Entry(Object result, IrSnapshot read, long asOf) {}

  private final Map<Operation, Map<AnalysisKind<?>, Entry>> entries = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  /** The result for what is in {@code op}, computed unless it is known and still true. */
  public <A> A get(AnalysisKind<A> kind, Operation op) {
    var known = entries.computeIfAbsent(op, _ -> new ConcurrentHashMap<>());
    long now = changes.get();
    var entry = known.get(kind);
    if (entry == null || entry.asOf() != now) {
      var read = IrSnapshot.of(op, kind.reads());
      entry = new Entry(entry != null && entry.read().equals(read) ? entry.result() : kind.compute().apply(op), read, now);
      known.put(kind, entry);
    }
    // An entry of a kind is made by that kind.
    @SuppressWarnings("unchecked")
    var result = (A) entry.result();
    return result;
  }

  /** Some pass may have changed the IR: from now on results are compared before they are used again. */
  public void irMayHaveChanged() {
    changes.incrementAndGet();
  }
}

package mlr.ir.pass;

import java.util.Map;
import java.util.TreeMap;
import mlr.ir.DialectRegistry;
import mlr.ir.diagnostics.DiagnosticEngine;

/** What a pass may use besides its operation. */
public final class PassContext {
  private final DialectRegistry registry;
  private final DiagnosticEngine diagnostics;
  private final Map<String, Long> statistics = new TreeMap<>();

  public PassContext(DialectRegistry registry, DiagnosticEngine diagnostics) {
    this.registry = registry;
    this.diagnostics = diagnostics;
  }

  /** The dialects of the tool. */
  public DialectRegistry registry() {
    return registry;
  }

  /** Where errors and remarks go; an error makes the pass fail. */
  public DiagnosticEngine diagnostics() {
    return diagnostics;
  }

  /** Adds to a named statistic of the running pass. */
  public synchronized void count(String statistic, long amount) {
    statistics.merge(statistic, amount, Long::sum);
  }

  /** The statistics by name. */
  public synchronized Map<String, Long> statistics() {
    return new TreeMap<>(statistics);
  }
}

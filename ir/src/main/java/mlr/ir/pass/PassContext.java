package mlr.ir.pass;

import java.util.Map;
import java.util.TreeMap;
import mlr.ir.DialectRegistry;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.rewrite.RewriteListener;

/** What a pass may use besides its operation. */
public final class PassContext {
  private final DialectRegistry registry;
  private final DiagnosticEngine diagnostics;
  private final DebugLog debug;
  private final Map<String, Long> statistics = new TreeMap<>();
  private RewriteListener listener = RewriteListener.NONE;

  public PassContext(DialectRegistry registry, DiagnosticEngine diagnostics, DebugLog debug) {
    this.registry = registry;
    this.diagnostics = diagnostics;
    this.debug = debug;
  }

  /** A context without debug output. */
  public PassContext(DialectRegistry registry, DiagnosticEngine diagnostics) {
    this(registry, diagnostics, DebugLog.OFF);
  }

  /** The dialects of the tool. */
  public DialectRegistry registry() {
    return registry;
  }

  /** Where errors and remarks go; an error makes the pass fail. */
  public DiagnosticEngine diagnostics() {
    return diagnostics;
  }

  /** Where debug output goes. */
  public DebugLog debug() {
    return debug;
  }

  /** Who is to hear of the rewrites that this pass makes; a pass hands it to its rewrite drivers. */
  public RewriteListener listener() {
    return listener;
  }

  void setListener(RewriteListener newListener) {
    listener = newListener;
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

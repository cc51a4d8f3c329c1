package mlr.ir.pass;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.analysis.AnalysisManager;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.rewrite.RewriteListener;

/** What a pass may use besides its operation. */
public final class PassContext {
  private final DialectRegistry registry;
  private final DiagnosticEngine diagnostics;
  private final DebugLog debug;
  private final AnalysisManager analyses;
  private final Nested nested;
  private boolean changesNothing;
  private final Map<String, Long> statistics = new TreeMap<>();
  private RewriteListener listener = RewriteListener.NONE;

  /** Who runs pipelines for a pass. */
  interface Nested {
    boolean run(List<PipelineElement> steps, Operation op, RewriteListener listener);
  }

  PassContext(DialectRegistry registry, DiagnosticEngine diagnostics, DebugLog debug, AnalysisManager analyses, Nested nested) {
    this.nested = nested;
    this.registry = registry;
    this.diagnostics = diagnostics;
    this.debug = debug;
    this.analyses = analyses;
  }

  /** A context without debug output and without analyses from other passes. */
  public PassContext(DialectRegistry registry, DiagnosticEngine diagnostics) {
    this(registry, diagnostics, DebugLog.OFF, new AnalysisManager(), (_, _, _) -> {
      throw new IllegalStateException("a pass by itself can't run others");
    });
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

  /**
   * What an analysis says of what is in {@code op}, the operation of the pass or an isolated one in it; computed unless an earlier
   * pass had it computed and what it reads has not changed since. Not to be asked again after this pass has changed the IR.
   */
  public <A> A analysis(AnalysisKind<A> kind, Operation op) {
    return analyses.get(kind, op);
  }

  /**
   * Runs steps on {@code op}, the operation of the pass or an isolated one in it, as part of this pass: nobody watches them one by one but
   * the one who hears of rewrites. Returns whether none reported an error.
   */
  public boolean run(List<PipelineElement> steps, Operation op) {
    return steps.isEmpty() || nested.run(steps, op, listener);
  }

  /** The pass says that it has changed nothing, which saves comparing the IR before analyses are used again. */
  public void changesNothing() {
    changesNothing = true;
  }

  void finished() {
    if (!changesNothing) {
      analyses.irMayHaveChanged();
    }
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

package mlr.ir.pass;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.analysis.AnalysisManager;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.diagnostics.DiagnosticEngine;

/**
 * Runs a pipeline. An error that a pass reports ends the run after the step it happened in. Passes on several isolated
 * operations run at the same time; what they report, count and write comes in the order of the operations nevertheless.
 */
public final class PassManager {
  private final Pipeline pipeline;
  private final DialectRegistry registry;
  private final DiagnosticEngine diagnostics;
  private final List<PassInstrumentation> instrumentations;
  private final DebugLog debug;
  private final int threads;
  private final List<FailedPass> failures = new ArrayList<>();

  private PassManager(Pipeline pipeline, DialectRegistry registry, DiagnosticEngine diagnostics, List<PassInstrumentation> instrumentations, DebugLog debug, int threads) {
    this.pipeline = pipeline;
    this.registry = registry;
    this.diagnostics = diagnostics;
    this.instrumentations = List.copyOf(instrumentations);
    this.debug = debug;
    this.threads = threads;
  }

  /** A manager that uses all processors. */
  public PassManager(Pipeline pipeline, DialectRegistry registry, DiagnosticEngine diagnostics, List<PassInstrumentation> instrumentations) {
    this(pipeline, registry, diagnostics, instrumentations, DebugLog.OFF, Runtime.getRuntime().availableProcessors());
  }

  /** A manager that nobody watches. */
  public PassManager(Pipeline pipeline, DialectRegistry registry, DiagnosticEngine diagnostics) {
    this(pipeline, registry, diagnostics, List.of());
  }

  /** The same with at most so many threads; with one, passes run in the order of their operations. */
  public PassManager withThreads(int most) {
    return new PassManager(pipeline, registry, diagnostics, instrumentations, debug, most);
  }

  /** The same with debug output. */
  public PassManager withDebug(DebugLog log) {
    return new PassManager(pipeline, registry, diagnostics, instrumentations, log, threads);
  }

  /**
   * Runs all steps on {@code root}; returns whether none reported an error.
   *
   * @throws InternalPassError when a pass or instrumentation throws
   */
  public boolean run(Operation root) {
    if (!fits(pipeline.anchor(), root)) {
      diagnostics.error(root.location(), "can't run '" + pipeline.anchor() + "' pass manager on '" + root.name() + "' op");
      return false;
    }
    boolean inOrder = threads == 1 || instrumentations.stream().anyMatch(PassInstrumentation::needsOrder);
    try (var workers = new Workers(inOrder ? 1 : threads)) {
      var run = new PipelineRun(registry, workers, diagnostics, instrumentations, debug, new AnalysisManager());
      boolean succeeded = run.steps(pipeline, root, List.of(pipeline.anchor()));
      failures.addAll(run.failures());
      return succeeded;
    }
  }

  /** The passes that reported errors in the last run, in the order of their operations. */
  public List<FailedPass> failures() {
    return List.copyOf(failures);
  }

  static boolean fits(String anchor, Operation op) {
    return anchor.equals(Pipeline.ANY) ? op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE) : anchor.equals(op.name());
  }
}

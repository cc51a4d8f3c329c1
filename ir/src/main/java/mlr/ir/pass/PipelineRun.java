package mlr.ir.pass;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.analysis.AnalysisManager;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.rewrite.PatternError;
import mlr.ir.rewrite.RewriteListener;

/**
 * Runs the steps of pipelines on operations, on one thread. A nested pipeline that fits several isolated operations gets a
 * run of its own for each, and these run at the same time; what they gathered is joined in the order of the operations.
 */
final class PipelineRun {
  private final DialectRegistry registry;
  private final Workers workers;
  private final DiagnosticEngine diagnostics;
  private final List<PassInstrumentation> instrumentations;
  private final DebugLog debug;
  private final AnalysisManager analyses;
  private final List<FailedPass> failures = new ArrayList<>();

  PipelineRun(DialectRegistry registry, Workers workers, DiagnosticEngine diagnostics, List<PassInstrumentation> instrumentations, DebugLog debug,
      AnalysisManager analyses) {
    this.registry = registry;
    this.workers = workers;
    this.diagnostics = diagnostics;
    this.instrumentations = instrumentations;
    this.debug = debug;
    this.analyses = analyses;
  }

  List<FailedPass> failures() {
    return failures;
  }

  /** Runs the steps on {@code op} up to the first that reports an error; {@code anchors} lead from the outermost operation to {@code op}. */
  boolean steps(Pipeline pipeline, Operation op, List<String> anchors) {
    for (var element : pipeline.elements()) {
      boolean succeeded = element instanceof PassElement pass ? runPass(pass, op, anchors) : runNested((Pipeline) element, op, anchors);
      if (!succeeded) {
        return false;
      }
    }
    return true;
  }

  private boolean runNested(Pipeline nested, Operation op, List<String> outer) {
    var inner = new ArrayList<Operation>();
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        for (var candidate : block) {
          if (PassManager.fits(nested.anchor(), candidate)) {
            inner.add(candidate);
          }
        }
      }
    }
    var anchors = new ArrayList<>(outer);
    anchors.add(nested.anchor());
    instrumentations.forEach(i -> i.beforePipeline(nested, op));
    boolean succeeded = workers.several() && inner.size() > 1 && inner.stream().allMatch(PipelineRun::isIsolated)
        ? runAtOnce(nested, inner, anchors) : runInTurn(nested, inner, anchors);
    instrumentations.reversed().forEach(i -> i.afterPipeline(nested, op));
    return succeeded;
  }

  private static boolean isIsolated(Operation op) {
    return op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE);
  }

  private boolean runInTurn(Pipeline nested, List<Operation> operations, List<String> anchors) {
    boolean succeeded = true;
    for (var op : operations) {
      succeeded &= steps(nested, op, anchors);
    }
    return succeeded;
  }

  private boolean runAtOnce(Pipeline nested, List<Operation> operations, List<String> anchors) {
    var forks = operations.stream().map(_ -> new Fork()).toList();
    // An error of ours in one operation does not keep the others from running: whatever the timing, the same things are said.
    workers.forEach(operations.size(), i -> forks.get(i).run(nested, operations.get(i), anchors));
    boolean succeeded = true;
    for (var fork : forks) {
      succeeded &= fork.join();
    }
    return succeeded;
  }

  private boolean runPass(PassElement element, Operation op, List<String> anchors) {
    var running = new RunningPass(element, new PassContext(registry, diagnostics, debug, analyses, this::runWithin));
    if (!instrumentations.isEmpty() && !instrumentations.stream().allMatch(i -> i.mayRun(running, op))) {
      return true;
    }
    try {
      int errors = diagnostics.errorCount();
      instrumentations.forEach(i -> i.before(running, op));
      listen(running, op);
      element.pass().run(op, running.context());
      running.context().finished();
      boolean failed = diagnostics.errorCount() > errors;
      if (failed) {
        instrumentations.reversed().forEach(i -> i.afterFailure(running, op));
      } else {
        instrumentations.reversed().forEach(i -> i.after(running, op));
        failed = diagnostics.errorCount() > errors;
      }
      if (failed) {
        failures.add(FailedPass.of(element, op, anchors));
      }
      return !failed;
    } catch (RuntimeException | StackOverflowError | AssertionError cause) {
      if (cause instanceof PatternError error) {
        diagnostics.error(error.location(), error.getMessage());
      }
      throw new InternalPassError(FailedPass.of(element, op, anchors), cause);
    }
  }

  /** Runs steps on behalf of a pass, whose own rewrites {@code listener} hears of. */
  private boolean runWithin(List<PipelineElement> steps, Operation op, RewriteListener listener) {
    var hearing = new PassInstrumentation() {
      @Override
      public RewriteListener rewrites(RunningPass running, Operation on) {
        return listener;
      }
    };
    return new PipelineRun(registry, workers.one(), diagnostics, List.of(hearing), debug, new AnalysisManager()).steps(new Pipeline(op.name(), steps), op, List.of(op.name()));
  }

  private void listen(RunningPass running, Operation op) {
    for (var instrumentation : instrumentations) {
      var listener = instrumentation.rewrites(running, op);
      if (listener != RewriteListener.NONE) {
        running.context().setListener(running.context().listener().and(listener));
      }
    }
  }

  /** The run on one operation among several at the same time. */
  private final class Fork {
    private final DiagnosticEngine reported = diagnostics.fork();
    private final List<PassInstrumentation> watching = instrumentations.stream().map(PassInstrumentation::fork).toList();
    private final StringBuilder written = new StringBuilder();
    private final PipelineRun run = new PipelineRun(registry, workers.one(), reported, watching, debug.to(written::append), analyses);
    private final List<InternalPassError> broken = new ArrayList<>();
    private boolean succeeded;

    void run(Pipeline nested, Operation op, List<String> anchors) {
      try {
        succeeded = run.steps(nested, op, anchors);
      } catch (InternalPassError error) {
        broken.add(error);
      }
    }

    boolean join() {
      if (!written.isEmpty()) {
        debug.write(written.toString());
      }
      diagnostics.addAll(reported);
      for (int i = 0; i < watching.size(); i++) {
        instrumentations.get(i).join(watching.get(i));
      }
      failures.addAll(run.failures);
      for (var error : broken) {
        throw error;
      }
      return succeeded;
    }
  }
}

package mlr.ir.pass;

import java.util.List;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.rewrite.PatternError;

/** Runs a pipeline. An error that a pass reports ends the run after the step it happened in. */
public final class PassManager {
  private final Pipeline pipeline;
  private final DialectRegistry registry;
  private final DiagnosticEngine diagnostics;
  private final List<PassInstrumentation> instrumentations;

  public PassManager(Pipeline pipeline, DialectRegistry registry, DiagnosticEngine diagnostics, List<PassInstrumentation> instrumentations) {
    this.pipeline = pipeline;
    this.registry = registry;
    this.diagnostics = diagnostics;
    this.instrumentations = List.copyOf(instrumentations);
  }

  /** A manager that nobody watches. */
  public PassManager(Pipeline pipeline, DialectRegistry registry, DiagnosticEngine diagnostics) {
    this(pipeline, registry, diagnostics, List.of());
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
    for (int i = 0; i < pipeline.elements().size(); i++) {
      if (!new Step(i).run(pipeline.elements().get(i), root)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String anchor, Operation op) {
    return anchor.equals(Pipeline.ANY) ? op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE) : anchor.equals(op.name());
  }

  /** One element of the outermost pipeline. */
  private final class Step {
    private final int index;

    Step(int index) {
      this.index = index;
    }

    boolean run(PipelineElement element, Operation op) {
      return switch (element) {
        case PassElement pass -> runPass(pass, op);
        case Pipeline nested -> runNested(nested, op);
      };
    }

    private boolean runNested(Pipeline nested, Operation op) {
      boolean succeeded = true;
      for (var region : op.regions()) {
        for (var block : region.blocks()) {
          for (var inner : block.operations()) {
            if (fits(nested.anchor(), inner)) {
              succeeded &= nested.elements().stream().allMatch(element -> run(element, inner));
            }
          }
        }
      }
      return succeeded;
    }

    private boolean runPass(PassElement element, Operation op) {
      var running = new RunningPass(element.definition(), element.options(), new PassContext(registry, diagnostics));
      try {
        int errors = diagnostics.errorCount();
        instrumentations.forEach(i -> i.before(running, op));
        element.pass().run(op, running.context());
        if (diagnostics.errorCount() > errors) {
          instrumentations.reversed().forEach(i -> i.afterFailure(running, op));
          return false;
        }
        instrumentations.reversed().forEach(i -> i.after(running, op));
        return diagnostics.errorCount() == errors;
      } catch (RuntimeException | StackOverflowError | AssertionError cause) {
if (cause instanceof PatternError error) {
          diagnostics.error(error.location(), error.getMessage());
        }
        throw new InternalPassError(running, op, part(0, index), part(index, index + 1), cause);
      }
    }

    private Pipeline part(int from, int to) {
      return new Pipeline(pipeline.anchor(), pipeline.elements().subList(from, to));
    }
  }
}

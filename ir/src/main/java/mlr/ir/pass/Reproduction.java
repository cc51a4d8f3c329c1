package mlr.ir.pass;

import java.util.List;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;

/** Leads to the IR before a pass that failed, by running what came before it once more, in order and watched by nobody. */
public final class Reproduction {
  private Reproduction() {}

  /**
   * Turns the input of {@code pipeline} into the IR on which {@link FailedPass#pipeline} fails; returns whether it got there.
   *
   * @param root the input as it was first
   */
  public static boolean advance(Operation root, Pipeline pipeline, FailedPass failed, DialectRegistry registry) {
    var stop = new Stop(failed);
    try {
      new PassManager(pipeline, registry, new DiagnosticEngine(), List.of(stop)).withThreads(1).run(root);
      return stop.reached;
    } catch (InternalPassError _) {
      return false;
    }
  }

  /** Lets no pass run from the failed one on. */
  private static final class Stop implements PassInstrumentation {
    private final FailedPass failed;
    private boolean reached;

    Stop(FailedPass failed) {
      this.failed = failed;
    }

    @Override
    public boolean mayRun(RunningPass pass, Operation op) {
      reached |= pass.element() == failed.element() && FailedPass.path(op).equals(failed.path());
      return !reached;
    }
  }
}

package mlr.ir.pass;

import mlr.ir.Operation;
import mlr.ir.rewrite.RewriteListener;

/**
 * Watches a pass manager. Of several, each hears what comes before a pass in the order of the list, what comes after in reverse.
 * What it throws counts as an internal error of the pass it watches; an error it reports to the pass's diagnostics makes the pass fail.
 */
public interface PassInstrumentation {
  /** The steps of a nested pipeline are about to run on operations inside {@code parent}. */
  default void beforePipeline(Pipeline pipeline, Operation parent) {}

  /** The steps of a nested pipeline have run; not heard when one broke. */
  default void afterPipeline(Pipeline pipeline, Operation parent) {}

  /** Whether a pass may run on {@code op}; one that may not is passed over without a word to anyone. */
  default boolean mayRun(RunningPass pass, Operation op) {
    return true;
  }

  /** A pass is about to run on {@code op}. */
  default void before(RunningPass pass, Operation op) {}

  /** What rewrite drivers are to tell while {@code pass} runs on {@code op}; asked for after {@link #before}. */
  default RewriteListener rewrites(RunningPass pass, Operation op) {
    return RewriteListener.NONE;
  }

  /** A pass has run on {@code op} without error. */
  default void after(RunningPass pass, Operation op) {}

  /** A pass has reported an error; {@code op} is as the pass left it. */
  default void afterFailure(RunningPass pass, Operation op) {}

  /** Whether passes must run one after another in the order of their operations while this watches. */
  default boolean needsOrder() {
    return false;
  }

  /** What watches the passes on one operation among several that run at the same time; itself when it keeps no state. */
  default PassInstrumentation fork() {
    return this;
  }

  /** Takes over what a {@link #fork} has gathered; called in the order of the operations. */
  default void join(PassInstrumentation fork) {}
}

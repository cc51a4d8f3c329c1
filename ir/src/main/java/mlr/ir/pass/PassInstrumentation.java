package mlr.ir.pass;

import mlr.ir.Operation;

/**
 * Watches a pass manager. Of several, each hears {@link #before} in the order of the list, {@link #after} in reverse.
 * What it throws counts as an internal error of the pass it watches; an error it reports to the pass's diagnostics makes the pass fail.
 */
public interface PassInstrumentation {
  /** A pass is about to run on {@code op}. */
  default void before(RunningPass pass, Operation op) {}

  /** A pass has run on {@code op} without error. */
  default void after(RunningPass pass, Operation op) {}

  /** A pass has reported an error; {@code op} is as the pass left it. */
  default void afterFailure(RunningPass pass, Operation op) {}
}

package mlr.validation;

import java.util.Map;
import java.util.TreeMap;
import mlr.validation.run.Outcome;

/** Counts what was run and what was not. */
final class ValidationReport {
  /** Why nothing was run, where a pass changed nothing. */
  static final String UNCHANGED = "functions and nodes left as they were";

  private final Map<String, Long> counts = new TreeMap<>();

  void compared(String subjects) {
    add("validated: " + subjects);
  }

  void run(String kind) {
    add("validated: " + kind);
  }

  void skipped(String why) {
    add("not validated: " + why);
  }

  void skippedRun(Outcome before) {
    add("not validated: runs, " + switch (before) {
      case Outcome.Undefined _ -> "undefined before the pass";
      case Outcome.Failed _ -> "failing before the pass";
      case Outcome.Stopped _ -> "too long";
      case Outcome.Returned _, Outcome.Aborted _ -> throw new IllegalArgumentException("nothing was skipped");
    });
  }

  private void add(String statistic) {
    counts.merge(statistic, 1L, Long::sum);
  }

  /** The counts by name. */
  Map<String, Long> counts() {
    return counts;
  }
}

package mlr.validation;

import java.util.Optional;
import mlr.validation.run.Outcome;

/** Whether a run after a pass may end as it does, given how the run before ended. */
final class Outcomes {
  private Outcomes() {}

  /** Whether the run before says anything about how the run after must be. */
  static boolean isDefined(Outcome before) {
    return before instanceof Outcome.Returned || before instanceof Outcome.Aborted;
  }

  /** What differs, as a predicate of the subject; {@code when} is empty or begins with a blank. */
  static Optional<String> compare(Outcome before, Outcome after, String when) {
    return switch (after) {
      case Outcome.Returned _ when before instanceof Outcome.Aborted(var message) -> Optional.of("goes on" + when + " where it stopped before the pass: " + message);
      case Outcome.Aborted(var message) when before instanceof Outcome.Returned -> Optional.of("stops" + when + " after the pass, but not before: " + message);
      case Outcome.Undefined(var message) -> Optional.of("has undefined behaviour" + when + " after the pass, but not before: " + message);
      case Outcome.Failed(var message) -> Optional.of("fails" + when + " after the pass, but not before: " + message);
      case Outcome.Stopped _ -> Optional.of("does not end" + when + " after the pass, in fifty times the work that it may take before");
      default -> Optional.empty();
    };
  }
}

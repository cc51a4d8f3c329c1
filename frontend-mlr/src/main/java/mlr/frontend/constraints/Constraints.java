package mlr.frontend.constraints;

import java.util.ArrayList;
import java.util.List;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.Unifier;

/** The constraints of one body that still wait, and the checks that only make sense once everything is known. */
public final class Constraints {
  private final List<Constraint> waiting = new ArrayList<>();
  private final List<Runnable> checks = new ArrayList<>();

  /** Decides {@code constraint} now or keeps it. */
  public void add(Constraint constraint) {
    if (!constraint.attempt(Constraint.Guess.NONE)) {
      waiting.add(constraint);
    }
  }

  /** Runs {@code check} when all types are known. */
  public void atEnd(Runnable check) {
    checks.add(check);
  }

  /**
   * Decides everything that waits. What a constraint does not know it assumes, the least daring assumption first and one at a time, since each
   * may settle the others. Element types that are still open then take their defaults.
   */
  public void solve(Unifier unifier, Scalar real) {
    while (!waiting.isEmpty()) {
      if (settle(Constraint.Guess.NONE, false) || settle(Constraint.Guess.FROM_ONE_SIDE, true) || settle(Constraint.Guess.FREELY, true)) {
        continue;
      }
      waiting.clear();
    }
    unifier.applyDefaults(real);
    checks.forEach(Runnable::run);
  }

  private boolean settle(Constraint.Guess guess, boolean onlyFirst) {
    boolean any = false;
    for (var constraint : List.copyOf(waiting)) {
      if (constraint.attempt(guess)) {
        waiting.remove(constraint);
        any = true;
        if (onlyFirst) {
          return true;
        }
      }
    }
    return any;
  }
}

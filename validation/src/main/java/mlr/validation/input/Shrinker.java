package mlr.validation.input;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes inputs that show a difference as simple as it can: takes the first simpler ones that still show one and begins again
 * with them.
 *
 * @param <I> inputs
 * @param <D> differences
 * @param attempts how often it may try
 */
public record Shrinker<I, D>(Function<I, Stream<I>> simpler, Function<I, Optional<D>> run, int attempts) {
  /** Inputs and the difference that they show. */
  public record Shown<I, D>(I inputs, D difference) {}

  /** What comes of inputs that show a difference. */
  public Shown<I, D> shrink(Shown<I, D> first) {
    var best = first;
    int left = attempts;
    for (boolean smaller = true; smaller && left > 0; ) {
      smaller = false;
      for (var candidates = simpler.apply(best.inputs()).iterator(); candidates.hasNext() && left > 0 && !smaller; left--) {
        var candidate = candidates.next();
        var found = run.apply(candidate);
        if (found.isPresent()) {
          best = new Shown<>(candidate, found.get());
          smaller = true;
        }
      }
    }
    return best;
  }

  /** Shrinks call inputs. */
  public static <D> Shrinker<CallInputs, D> ofCalls(Function<CallInputs, Optional<D>> run, int attempts) {
    return new Shrinker<>(CallInputs::simpler, run, attempts);
  }

  /** Shrinks traces. */
  public static <D> Shrinker<Trace, D> ofTraces(Function<Trace, Optional<D>> run, int attempts) {
    return new Shrinker<>(Trace::simpler, run, attempts);
  }
}

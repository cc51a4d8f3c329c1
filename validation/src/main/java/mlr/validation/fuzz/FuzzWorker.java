package mlr.validation.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A thread that checks one input after the other, and can be asked whether one takes too long. */
final class FuzzWorker {
  /** Deeply nested input is read by recursion. */
  private static final long STACK_BYTES = 256L << 20;

  /** Where the next input comes from. */
  interface Inputs {
    /** The next seed; empty when there are no more. */
    Optional<Long> next();
  }

  private final Thread thread;
  private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Long> counts = new TreeMap<>();
  private volatile long seed;
  private volatile long start = System.nanoTime();
  private volatile Optional<Throwable> broken = Optional.empty();

  private FuzzWorker(Inputs inputs, Supplier<FuzzRun.Check> checks) {
    thread = new Thread(null, () -> work(inputs, checks.get()), "fuzz", STACK_BYTES);
    // One that does not end must not keep the tool from ending.
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((_, thrown) -> broken = Optional.of(thrown));
  }

  /** A worker that is at it. */
  static FuzzWorker started(Inputs inputs, Supplier<FuzzRun.Check> checks) {
    var worker = new FuzzWorker(inputs, checks);
    worker.thread.start();
    return worker;
  }

  private void work(Inputs inputs, FuzzRun.Check check) {
    for (var next = inputs.next(); next.isPresent(); next = inputs.next()) {
      start = System.nanoTime();
      seed = next.get();
      check.check(seed).ifPresent(findings::add);
    }
    counts.putAll(check.counts());
  }

  /** Waits until there is nothing more to do or one input takes longer than {@code seconds}; returns whether it was the first. */
  boolean finish(long seconds) throws InterruptedException {
    while (thread.isAlive() && System.nanoTime() - start < seconds * 1_000_000_000L) {
      thread.join(200);
    }
    return !thread.isAlive();
  }

  /** What was found; of a worker that did not finish, that too. */
  List<Finding> findings(boolean finished) {
    broken.ifPresent(thrown -> {
      throw new IllegalStateException("fuzzing itself broke at seed " + seed, thrown);
    });
    var all = new ArrayList<>(List.of(findings.toArray(Finding[]::new)));
    if (finished) {
      return all;
    }
    var stack = Stream.of(thread.getStackTrace()).limit(30).map(frame -> "\n    at " + frame).collect(Collectors.joining());
    all.add(new Finding(seed, new Failure("time", "does not end" + stack), ""));
    return all;
  }

  /** What was done, by kind; empty for a worker that did not finish. */
  Map<String, Long> counts(boolean finished) {
    return finished ? counts : Map.of();
  }
}

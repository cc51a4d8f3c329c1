package mlr.validation.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Checks the inputs of consecutive seeds on several threads; what is found does not depend on their number.
 *
 * @param first the seed of the first input
 * @param count the number of inputs
 * @param threads how many work at a time
 */
public record FuzzRun(long first, long count, int threads) {
  /** Deeply nested input is read by recursion. */
  private static final long STACK_BYTES = 256L << 20;

  public FuzzRun {
    if (count < 0 || threads < 1) {
      throw new IllegalArgumentException("no inputs or no threads to check them");
    }
  }

  /** What checks the input of one seed; each thread has its own. */
  interface Check {
    Optional<Finding> check(long seed);

    /** What was done so far, by kind. */
    Map<String, Long> counts();
  }

  /** @param progress is told now and then how many inputs are done, on any thread */
  FuzzReport run(Supplier<Check> checks, LongConsumer progress) {
    var next = new AtomicLong();
    var done = new AtomicLong();
    var findings = new ArrayList<Finding>();
    var counts = new TreeMap<String, Long>();
    var broken = new ArrayList<Throwable>();
    Runnable work = () -> {
      var check = checks.get();
      for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        var finding = check.check(first + i);
        synchronized (findings) {
          finding.ifPresent(findings::add);
        }
        progress.accept(done.incrementAndGet());
      }
      synchronized (findings) {
        check.counts().forEach((kind, amount) -> counts.merge(kind, amount, Long::sum));
      }
    };
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < threads; i++) {
      var worker = new Thread(null, work, "fuzz-" + i, STACK_BYTES);
      worker.setUncaughtExceptionHandler((_, thrown) -> {
        synchronized (findings) {
          broken.add(thrown);
        }
      });
      worker.start();
      workers.add(worker);
    }
    workers.forEach(FuzzRun::join);
    if (!broken.isEmpty()) {
      throw new IllegalStateException("fuzzing itself broke", broken.getFirst());
    }
    findings.sort(Comparator.comparingLong(Finding::seed));
    return new FuzzReport(count, counts, List.copyOf(findings));
  }

  private static void join(Thread worker) {
    try {
      worker.join();
    } catch (InterruptedException interruption) {
      throw new IllegalStateException("interrupted while fuzzing", interruption);
    }
  }
}

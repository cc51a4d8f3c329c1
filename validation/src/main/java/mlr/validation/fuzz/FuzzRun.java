package mlr.validation.fuzz;

import java.util.ArrayDeque;
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
  /** An input that takes longer, the search for a smaller one included, counts as one that does not end; another thread goes on with the next. */
  private static final long LONGEST_SECONDS = 120;

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

  /** @param progress is told how many inputs were taken up, on any thread */
  FuzzReport run(Supplier<Check> checks, LongConsumer progress) {
    var next = new AtomicLong();
    FuzzWorker.Inputs inputs = () -> {
      long taken = next.getAndIncrement();
      progress.accept(Math.min(taken, count));
      return taken < count ? Optional.of(first + taken) : Optional.empty();
    };
    var workers = new ArrayDeque<FuzzWorker>();
    for (int i = 0; i < threads; i++) {
      workers.add(FuzzWorker.started(inputs, checks));
    }
    var findings = new ArrayList<Finding>();
    var counts = new TreeMap<String, Long>();
    while (!workers.isEmpty()) {
      var worker = workers.remove();
      boolean finished = finish(worker);
      if (!finished) {
        workers.add(FuzzWorker.started(inputs, checks));
      }
      findings.addAll(worker.findings(finished));
      worker.counts(finished).forEach((kind, amount) -> counts.merge(kind, amount, Long::sum));
    }
    findings.sort(Comparator.comparingLong(Finding::seed));
    return new FuzzReport(count, counts, List.copyOf(findings));
  }

  private static boolean finish(FuzzWorker worker) {
    try {
      return worker.finish(LONGEST_SECONDS);
    } catch (InterruptedException interruption) {
      throw new IllegalStateException("interrupted while fuzzing", interruption);
    }
  }
}

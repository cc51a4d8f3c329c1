package mlr.ir.pass.instrumentation;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mlr.ir.Operation;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;

/** Adds up the wall time of each pass. Put last in the list of instrumentations it leaves the others' time out. */
public final class TimingInstrumentation implements PassInstrumentation {
  private static final String RULE = "===" + "-".repeat(73) + "===\n";
  private final Map<String, Long> nanoseconds = new LinkedHashMap<>();
  private final ArrayDeque<Long> starts = new ArrayDeque<>();

  @Override
  public void before(RunningPass pass, Operation op) {
    starts.push(System.nanoTime());
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    nanoseconds.merge(pass.title() + " (" + pass.argument() + ")", System.nanoTime() - starts.pop(), Long::sum);
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    after(pass, op);
  }

  /** A table in the form of upstream's {@code --mlir-timing}: seconds and share of each pass, in the order they first ran. */
  public String report() {
    long total = nanoseconds.values().stream().mapToLong(Long::longValue).sum();
    var out = new StringBuilder(RULE).append(" ".repeat(25)).append("... Execution time report ...\n").append(RULE)
        .append(String.format(Locale.ROOT, "  Total Execution Time: %.4f seconds%n%n  ----Wall Time----  ----Name----%n", total / 1e9));
    nanoseconds.forEach((name, time) -> out.append(line(time, total, name)));
    return out.append(line(total, total, "Total")).toString();
  }

  private static String line(long time, long total, String name) {
    return String.format(Locale.ROOT, "  %8.4f (%5.1f%%)  %s%n", time / 1e9, total == 0 ? 100.0 : 100.0 * time / total, name);
  }
}

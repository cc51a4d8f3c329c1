package mlr.ir.pass.instrumentation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mlr.ir.Operation;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;

/** Adds up what passes count through {@link mlr.ir.pass.PassContext#count}. */
public final class StatisticsInstrumentation implements PassInstrumentation {
  private final Map<String, Map<String, Long>> counts = new LinkedHashMap<>();

  @Override
  public void after(RunningPass pass, Operation op) {
    var counted = counts.computeIfAbsent(pass.title() + " (" + pass.argument() + ")", _ -> new TreeMap<>());
    pass.context().statistics().forEach((name, amount) -> counted.merge(name, amount, Long::sum));
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    after(pass, op);
  }

  /** The counts by pass, in the order in which passes first ran, then by name. */
  public String report() {
    var out = new StringBuilder("... Pass statistics report ...\n");
    counts.forEach((pass, statistics) -> {
      out.append(pass).append('\n');
      statistics.forEach((name, amount) -> out.append(String.format(Locale.ROOT, "  (S) %8d %s%n", amount, name)));
    });
    return out.toString();
  }
}

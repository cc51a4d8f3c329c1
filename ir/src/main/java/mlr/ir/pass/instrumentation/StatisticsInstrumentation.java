package mlr.ir.pass.instrumentation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mlr.ir.Operation;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.RunningPass;

/** Adds up what passes count through {@link mlr.ir.pass.PassContext#count}, for upstream's {@code --mlir-pass-statistics}. */
public final class StatisticsInstrumentation implements PassInstrumentation {
  /** How the report is laid out: as a nested view of the pipeline, or passes by name with all their places added up. */
  public enum Display { PIPELINE, LIST }

  /** A number with what it counts. */
  private record Statistic(long count, String description) {
    Statistic plus(Statistic other) {
      return new Statistic(count + other.count, description.isEmpty() ? other.description : description);
    }
  }

  private final StepTree<Map<String, Statistic>> tree = new StepTree<>("", new TreeMap<>());
  private final Deque<StepTree<Map<String, Statistic>>> open = new ArrayDeque<>();

  public StatisticsInstrumentation() {
    open.push(tree);
  }

  @Override
  public void beforePipeline(Pipeline pipeline, Operation parent) {
    open.push(open.peek().child(pipeline, TreeMap::new));
  }

  @Override
  public void afterPipeline(Pipeline pipeline, Operation parent) {
    open.pop();
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    var part = open.peek().child(pass.element(), () -> declared(pass.definition()));
    pass.context().statistics().forEach((name, amount) -> part.value().merge(name, new Statistic(amount, ""), Statistic::plus));
  }

  private static Map<String, Statistic> declared(PassDefinition pass) {
    var all = new TreeMap<String, Statistic>();
    pass.statistics().forEach((name, description) -> all.put(name, new Statistic(0, description)));
    return all;
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    after(pass, op);
  }

  @Override
  public PassInstrumentation fork() {
    return new StatisticsInstrumentation();
  }

  @Override
  public void join(PassInstrumentation fork) {
    open.peek().merge(((StatisticsInstrumentation) fork).tree, TreeMap::new, StatisticsInstrumentation::add);
  }

  private static void add(Map<String, Statistic> to, Map<String, Statistic> from) {
    from.forEach((name, statistic) -> to.merge(name, statistic, Statistic::plus));
  }

  /** The counts as a nested view of the pipeline. */
  public String report() {
    return report(Display.PIPELINE);
  }

  /** The counts in upstream's form, of each pass in alphabetical order. */
  public String report(Display display) {
    var out = new StringBuilder(ReportTitle.of("Pass statistics report"));
    switch (display) {
      case PIPELINE -> tree.children().forEach(child -> child.walk(0, (part, depth) -> print(part.name(), part.value(), 2 * depth, out)));
      case LIST -> {
        var byName = new TreeMap<String, Map<String, Statistic>>();
        tree.walk(0, (part, _) -> {
          if (!part.value().isEmpty()) {
            add(byName.computeIfAbsent(part.name(), _ -> new TreeMap<>()), part.value());
          }
        });
        byName.forEach((name, statistics) -> print(name, statistics, 0, out));
      }
    }
    return out.append('\n').toString();
  }

  private static void print(String name, Map<String, Statistic> statistics, int indent, StringBuilder out) {
    out.repeat(' ', indent).append(name).append('\n');
    int digits = statistics.values().stream().mapToInt(s -> Long.toString(s.count()).length()).max().orElse(0);
    int letters = statistics.keySet().stream().mapToInt(String::length).max().orElse(0);
    statistics.forEach((statistic, counted) -> {
      var line = String.format(Locale.ROOT, "(S) %" + digits + "d %-" + letters + "s - %s", counted.count(), statistic, counted.description());
      out.repeat(' ', indent + 2).append(counted.description().isEmpty() ? line.substring(0, line.length() - 3).stripTrailing() : line).append('\n');
    });
  }
}

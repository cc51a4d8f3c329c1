package mlr.ir.pass.instrumentation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import mlr.ir.Operation;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.RunningPass;

/**
 * Adds up the time of each pass, pipeline and phase, for upstream's {@code --mlir-timing}. Put last in the list of
 * instrumentations it leaves the others' time out.
 */
public final class TimingInstrumentation implements PassInstrumentation {
  /** How the report is laid out: nested as the pipeline is, or by time with equal names added up. */
  public enum Display { TREE, LIST }

  /** Nanoseconds, of all threads together. */
  private static final class Time {
    private long spent;

    void add(Time other) {
      spent += other.spent;
    }
  }

  private final long created = System.nanoTime();
  private final StepTree<Time> tree = new StepTree<>("root", new Time());
  private final Deque<StepTree<Time>> open = new ArrayDeque<>();
  private final Deque<Long> starts = new ArrayDeque<>();
  private boolean parallel;

  public TimingInstrumentation() {
    open.push(tree);
  }

  /** Does a phase of the tool, which the report calls {@code name}. */
  public <T> T phase(String name, Supplier<T> work) {
    start(open.peek().child(name.intern(), name, Time::new));
    try {
      return work.get();
    } finally {
      stop();
    }
  }

  private void start(StepTree<Time> part) {
    open.push(part);
    starts.push(System.nanoTime());
  }

  private void stop() {
    open.pop().value().spent += System.nanoTime() - starts.pop();
  }

  @Override
  public void beforePipeline(Pipeline pipeline, Operation parent) {
    start(open.peek().child(pipeline, Time::new));
  }

  @Override
  public void afterPipeline(Pipeline pipeline, Operation parent) {
    stop();
  }

  @Override
  public void before(RunningPass pass, Operation op) {
    start(open.peek().child(pass.element(), Time::new));
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    stop();
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    stop();
  }

  @Override
  public PassInstrumentation fork() {
    return new TimingInstrumentation();
  }

  @Override
  public void join(PassInstrumentation fork) {
    parallel = true;
    open.peek().merge(((TimingInstrumentation) fork).tree, Time::new, Time::add);
  }

  /** Seconds and shares as a tree. */
  public String report() {
    return report(Display.TREE);
  }

  /** Seconds and shares in upstream's form; the time of all threads together has a column of its own where several ran. */
  public String report(Display display) {
    long total = System.nanoTime() - created;
    long rest = total - tree.sum(time -> time.spent);
    long user = rest + tree.children().stream().mapToLong(TimingInstrumentation::user).sum();
    var out = new StringBuilder(ReportTitle.of("Execution time report"))
        .append(String.format(Locale.ROOT, "  Total Execution Time: %.4f seconds%n%n", total / 1e9))
        .append(parallel ? "  ----User Time----" : "").append("  ----Wall Time----  ----Name----\n");
    var lines = new ArrayList<Line>();
    switch (display) {
      case TREE -> tree.children().forEach(child -> child.walk(0, (part, depth) -> lines.add(new Line("  ".repeat(depth) + part.name(), user(part), part.value().spent))));
      case LIST -> lines.addAll(byTime());
    }
    lines.add(new Line("Rest", rest, rest));
    lines.add(new Line("Total", user, total));
    lines.forEach(line -> out.append(parallel ? column(line.user(), user) : "").append(column(line.wall(), total)).append("  ").append(line.name()).append('\n'));
    return out.toString();
  }

  private record Line(String name, long user, long wall) {
    Line plus(Line other) {
      return new Line(name, user + other.user, wall + other.wall);
    }
  }

  /** On several threads the parts of a pipeline take longer than the pipeline. */
  private static long user(StepTree<Time> part) {
    return Math.max(part.value().spent, part.children().stream().mapToLong(TimingInstrumentation::user).sum());
  }

  private List<Line> byTime() {
    var byName = new TreeMap<String, Line>();
    tree.children().forEach(child -> child.walk(0, (part, _) -> byName.merge(part.name(), new Line(part.name(), user(part), part.value().spent), Line::plus)));
    return byName.values().stream().sorted(Comparator.comparingLong(line -> -line.wall())).toList();
  }

  private static String column(long time, long total) {
    return String.format(Locale.ROOT, "  %8.4f (%5.1f%%)", time / 1e9, total == 0 ? 100.0 : 100.0 * time / total);
  }
}

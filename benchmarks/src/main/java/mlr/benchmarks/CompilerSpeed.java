package mlr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mlr.benchmarks.speed.MeasuredRun;
import mlr.benchmarks.speed.ModuleShape;

/**
 * Wall time and memory of {@code mlr-opt} beside upstream's {@code mlir-opt} (version 19), the two run in turn on the same modules with
 * {@code --mlir-disable-threading}; of several runs the shortest counts. Arguments: numbers of operations (200000 and 1000000 unless
 * said), names of shapes (all unless said), {@code --runs=N} (3).
 */
public final class CompilerSpeed {
  private static final List<String> OURS = List.of("bin/mlr-opt");
  private static final List<String> UPSTREAM = List.of("mlir-opt-19");
  private static final long FREE_MEGABYTES = 200;
  private static final int START_LIMIT_MILLISECONDS = 150;

  /** How often each tool is started for each run of the others. */
  private static final int STARTS = 7;

  /** What both tools are asked to do, and the most time that ours may take for each second of upstream's. */
  private enum Task {
    PRINT(1.5, 1.0, List.of(), List.of()),
    CANONICALIZE_CSE(1.5, 1.0, List.of("--canonicalize", "--cse"), List.of("--canonicalize", "--cse")),
    TO_LLVM(0.3, 0.3, List.of("--convert-loop-to-llvm"),
        List.of("--convert-scf-to-cf", "--convert-to-llvm", "--reconcile-unrealized-casts"));

    private final double smallLimit;
    private final double limit;
    private final List<String> ours;
    private final List<String> upstream;

    Task(double smallLimit, double limit, List<String> ours, List<String> upstream) {
      this.smallLimit = smallLimit;
      this.limit = limit;
      this.ours = ours;
      this.upstream = upstream;
    }

    double limit(int operations) {
      return operations < 1_000_000 ? smallLimit : limit;
    }
  }

  private final int runs;

  /** The run on the module of the size before, by shape and task. */
  private final Map<String, Earlier> earlier = new LinkedHashMap<>();

  private record Earlier(int operations, MeasuredRun run) {}

  private CompilerSpeed(int runs) {
    this.runs = runs;
  }

  public static void main(String[] arguments) throws Exception {
    int runs = 3;
    var sizes = new ArrayList<Integer>();
    var shapes = new ArrayList<ModuleShape>();
    for (var argument : arguments) {
      if (argument.startsWith("--runs=")) {
        runs = Integer.parseInt(argument.substring("--runs=".length()));
      } else if (argument.matches("[0-9]+")) {
        sizes.add(Integer.parseInt(argument));
      } else {
        shapes.add(ModuleShape.valueOf(argument.toUpperCase(Locale.ROOT)));
      }
    }
    var speed = new CompilerSpeed(runs);
    speed.startUp();
    speed.table(sizes.isEmpty() ? List.of(200_000, 1_000_000) : sizes, shapes.isEmpty() ? List.of(ModuleShape.values()) : shapes);
  }

  private void startUp() throws IOException, InterruptedException {
    var module = Files.createTempFile("mlr-speed-", ".mlir");
    Files.writeString(module, "module {\n}\n");
    var ours = new ArrayList<Duration>();
    var upstream = new ArrayList<Duration>();
    // The first run of ours may have to build and to make its AOT cache.
    MeasuredRun.wall(command(OURS, List.of(), module));
    for (int i = 0; i < STARTS * runs; i++) {
      ours.add(MeasuredRun.wall(command(OURS, List.of(), module)));
      upstream.add(MeasuredRun.wall(command(UPSTREAM, List.of(), module)));
    }
    Files.delete(module);
    Collections.sort(ours);
    Collections.sort(upstream);
    print("start-up on an empty module, the shortest (the middle) of %d: %d ms (%d), at most %d; upstream %d ms (%d)%n%n", ours.size(), ours.getFirst().toMillis(),
        ours.get(ours.size() / 2).toMillis(), START_LIMIT_MILLISECONDS, upstream.getFirst().toMillis(), upstream.get(upstream.size() / 2).toMillis());
  }

  private void table(List<Integer> sizes, List<ModuleShape> shapes) throws IOException, InterruptedException {
    print("%-8s %8s %-17s %7s %8s %6s %5s %8s %8s %7s %7s %9s%n", "shape", "ops", "task", "ours s", "theirs s", "ratio", "limit", "ours cpu", "th. cpu",
        "ours MB", "limit", "linearity");
    for (var shape : shapes) {
      for (int size : sizes.stream().sorted(Comparator.naturalOrder()).toList()) {
        var ours = Files.createTempFile("mlr-speed-", ".mlir");
        var upstream = Files.createTempFile("mlr-speed-", ".mlir");
        int operations = write(shape, size, "loop", ours);
        write(shape, size, "scf", upstream);
        for (var task : Task.values()) {
          row(shape, size, operations, task, ours, upstream);
        }
        Files.delete(ours);
        Files.delete(upstream);
      }
    }
  }

  private static int write(ModuleShape shape, int operations, String loopDialect, Path file) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      return shape.write(operations, loopDialect, out);
    }
  }

  private void row(ModuleShape shape, int size, int operations, Task task, Path ours, Path upstream) throws IOException, InterruptedException {
    var oursBest = MeasuredRun.of(command(OURS, task.ours, ours));
    var upstreamBest = MeasuredRun.of(command(UPSTREAM, task.upstream, upstream));
    for (int i = 1; i < runs; i++) {
      oursBest = shorter(oursBest, MeasuredRun.of(command(OURS, task.ours, ours)));
      upstreamBest = shorter(upstreamBest, MeasuredRun.of(command(UPSTREAM, task.upstream, upstream)));
    }
    // At most 1 when the cost is linear: start-up weighs more in the smaller run.
    var before = earlier.put(shape + " " + task, new Earlier(operations, oursBest));
    var growth = before == null ? "" : "%.2f".formatted(oursBest.seconds() / operations / (before.run().seconds() / before.operations()));
    print("%-8s %8d %-17s %7.2f %8.2f %6.2f %5.1f %8.2f %8.2f %7d %7d %9s%n", shape.name().toLowerCase(Locale.ROOT), operations,
        task.name().toLowerCase(Locale.ROOT), oursBest.seconds(), upstreamBest.seconds(), oursBest.seconds() / upstreamBest.seconds(), task.limit(size),
        oursBest.cpuSeconds(), upstreamBest.cpuSeconds(), oursBest.peakKilobytes() >> 10, FREE_MEGABYTES + operations / 1024, growth);
  }

  private static List<String> command(List<String> tool, List<String> passes, Path input) {
    return Stream.of(tool, List.of("--mlir-disable-threading"), passes, List.of("-o", "/dev/null", input.toString())).flatMap(List::stream).toList();
  }

  private static MeasuredRun shorter(MeasuredRun a, MeasuredRun b) {
    return a.wall().compareTo(b.wall()) <= 0 ? a : b;
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}

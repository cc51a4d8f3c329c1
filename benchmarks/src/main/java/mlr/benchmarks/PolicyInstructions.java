package mlr.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mlr.lowering.board.BoardRun;
import mlr.lowering.board.BoardRunner;
import mlr.lowering.target.StepInterface;
import mlr.lowering.target.Target;
import mlr.lowering.target.Targets;
import mlr.lowering.toolchain.ToolRun;
import mlr.lowering.toolchain.Toolchain;
import mlr.tools.mlr.Mlr;

/**
 * Instructions per decision of the driving policy on boards: mlr's code beside the same network in plain C under the bundled
 * {@code clang -O3}. Both run over the recorded drives, on the same board, counted in the same way.
 *
 * <p>Arguments: targets, by default {@code cortex-m7 rv32imafc}; the working directory is the project's. Needs Python 3 to write
 * the C program's weights.
 */
public final class PolicyInstructions {
  private static final int OBSERVATION_BYTES = 25 * Float.BYTES;
  private static final int ACTION_OFFSET = 5 * Float.BYTES;
  private static final int DECISION_BYTES = ACTION_OFFSET + Integer.BYTES;
  /** Room for the state of either program; the exact size stands in the certificate. */
  private static final int STATE_BYTES = 1 << 16;

  private static final Path EXAMPLES = Path.of("examples", "driving").toAbsolutePath();
  private static final Path SOURCES = Path.of("benchmarks", "policy").toAbsolutePath();

  private PolicyInstructions() {}

  /** Prints a line a target: both counts, their ratio, and how many recorded decisions each program takes. */
  public static void main(String[] arguments) throws IOException {
    var names = arguments.length > 0 ? List.of(arguments) : List.of("cortex-m7", "rv32imafc");
    var observations = cells(EXAMPLES.resolve("decisions.csv"));
    var actions = cells(EXAMPLES.resolve("decisions.expected.csv")).stream().map(row -> Integer.parseInt(row.getLast())).toList();
    var work = Files.createTempDirectory("policy");
    System.out.println("target       plain C      mlr    ratio  decisions (plain C, mlr)");
    for (var name : names) {
      var target = Targets.named(name);
      var plain = run(plainObject(target, work), target, observations);
      var ours = run(mlrObject(target, work), target, observations);
      double plainMean = plain.instructionStatistics().getAverage();
      double ourMean = ours.instructionStatistics().getAverage();
      System.out.printf(Locale.ROOT, "%-10s %9.0f %9.0f %7.3f  %d/%d, %d/%d%n", name, plainMean, ourMean, ourMean / plainMean,
          agreeing(plain, actions), actions.size(), agreeing(ours, actions), actions.size());
    }
  }

  private static byte[] mlrObject(Target target, Path work) throws IOException {
    var output = work.resolve(target.name());
    var arguments = new String[] {"build", EXAMPLES.resolve("policy.mlr").toString(), "--node", "policy", "--target", target.name(),
      "--params", EXAMPLES.resolve("policy.safetensors").toString(), "-o", output.toString()};
    int exit = Mlr.run(arguments, InputStream.nullInputStream(), new PrintStream(System.err, true), System.err);
    if (exit != 0) {
      throw new IllegalStateException("mlr build ended with " + exit);
    }
    return Files.readAllBytes(output.resolve("policy.o"));
  }

  private static byte[] plainObject(Target target, Path work) throws IOException {
    ToolRun.of("python3", List.of(SOURCES.resolve("generate.py").toString(), work.toString()), work, Map.of()).successful();
    var arguments = new ArrayList<>(List.of("-O3", "-std=c99", "-ffreestanding", "-fno-builtin",
        "-I" + work, "-c", SOURCES.resolve("policy.c").toString(), "-o", "plain.o"));
    arguments.addAll(Toolchain.clangArguments(target));
    Toolchain.open().clang(work, arguments).successful();
    return Files.readAllBytes(work.resolve("plain.o"));
  }

  private static BoardRun run(byte[] object, Target target, List<List<String>> observations) {
    var frames = ByteBuffer.allocate(observations.size() * OBSERVATION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    observations.forEach(row -> row.forEach(cell -> frames.putFloat(Float.parseFloat(cell))));
    var step = StepInterface.ofNode("policy", STATE_BYTES, OBSERVATION_BYTES, DECISION_BYTES);
    return BoardRunner.of(target).run(List.of(object), step, frames.array(), observations.size(), BoardRunner.Counting.ON);
  }

  private static long agreeing(BoardRun run, List<Integer> actions) {
    long equal = 0;
    for (int decision = 0; decision < actions.size(); decision++) {
      var output = ByteBuffer.wrap(run.outputs().get(decision)).order(ByteOrder.LITTLE_ENDIAN);
      equal += output.getInt(ACTION_OFFSET) == actions.get(decision) ? 1 : 0;
    }
    return equal;
  }

  /** The rows of a CSV file of plain numbers, without its header. */
  private static List<List<String>> cells(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> List.of(line.split(","))).toList();
  }
}

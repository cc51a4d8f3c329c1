package mlr.test.lit.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mlr.test.lit.program.Program.Result;
import mlr.test.lit.program.Programs;

/** Many modules for one start of upstream's {@code mlir-opt}, which costs more than most of them. */
final class UpstreamBatch {
  private static final String SEPARATOR = "// -----\n";
  private static final int SIGNALLED = 128;
  private static final Pattern ERROR = Pattern.compile("within split at <stdin>:(\\d+) offset :(\\d+):\\d+: error: (.*)");
  private final List<String> texts;
  private final List<Complaint> errors = new ArrayList<>();
  private boolean crashed;

  /**
   * An error.
   *
   * @param part the position of the module
   * @param line the line of its text
   */
  record Complaint(int part, String message, String line) {}

  UpstreamBatch(List<String> texts) {
    this.texts = texts;
  }

  /** What upstream prints for each module; parts that it refuses are in {@link #errors}, and make the result meaningless. */
  List<String> run(String... flags) {
    var arguments = new ArrayList<>(List.of("--allow-unregistered-dialect", "--split-input-file"));
    arguments.addAll(List.of(flags));
    try {
      var input = String.join(SEPARATOR, texts);
      var mlirOpt = new Programs(Path.of("."), Map.of()).find("mlir-opt");
      Result result = mlirOpt.run(arguments, input.getBytes(StandardCharsets.UTF_8), false);
      var complaints = new String(result.errors(), StandardCharsets.UTF_8);
      note(complaints, input.lines().toList());
      crashed = result.status() >= SIGNALLED;
      if (result.status() != 0 && !crashed && errors.isEmpty()) {
        throw new AssertionError("mlir-opt failed: " + complaints.lines().limit(20).toList());
      }
      return List.of(new String(result.output(), StandardCharsets.UTF_8).split(SEPARATOR, -1));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void note(String complaints, List<String> input) {
    var parts = new int[input.size()];
    for (int i = 1; i < parts.length; i++) {
      parts[i] = parts[i - 1] + ("// -----".equals(input.get(i - 1)) ? 1 : 0);
    }
    complaints.lines().filter(line -> line.startsWith("within")).map(ERROR::matcher).filter(Matcher::matches).forEach(match -> {
      int line = Integer.parseInt(match.group(1)) + Integer.parseInt(match.group(2)) - 2;
      errors.add(new Complaint(parts[line], match.group(3), input.get(line).strip()));
    });
  }

  /** Whether upstream ended by a signal, in the midst of its work. */
  boolean crashed() {
    return crashed;
  }

  List<Complaint> errors() {
    return errors;
  }
}

package mlr.test.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mlr.test.lit.Program.Result;

/** Many modules for one start of upstream's {@code mlir-opt}, which costs more than most of them. */
final class UpstreamBatch {
  private static final String SEPARATOR = "// -----\n";
  private static final Pattern ERROR = Pattern.compile("within split at <stdin>:(\\d+) offset :(\\d+):\\d+: error: (.*)");
  private final List<String> texts;
  private final List<Complaint> errors = new ArrayList<>();

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
      complaints.lines().map(ERROR::matcher).filter(Matcher::matches).forEach(match -> note(Integer.parseInt(match.group(1)) + Integer.parseInt(match.group(2)) - 1, match.group(3), input));
      if (result.status() != 0 && errors.isEmpty()) {
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

  private void note(int line, String message, String input) {
    var lines = input.lines().toList();
    int part = (int) lines.subList(0, line - 1).stream().filter("// -----"::equals).count();
    errors.add(new Complaint(part, message, lines.get(line - 1).strip()));
  }

  List<Complaint> errors() {
    return errors;
  }
}

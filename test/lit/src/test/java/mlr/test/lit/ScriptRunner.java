package mlr.test.lit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import mlr.test.lit.Script.Command;
import mlr.test.lit.Script.Pipeline;
import mlr.test.lit.Script.Target;
import mlr.test.lit.program.Program.Result;
import mlr.test.lit.program.Programs;

/** Runs a parsed {@code RUN:} line. The commands of a pipeline run one after the other, each on the whole output of the one before. */
public final class ScriptRunner {
  private static final int CRASH_STATUS = 128;

  private final Programs programs;
  private final Path folder;

  /** Runs commands in {@code folder}, our own tools checked. */
  public ScriptRunner(Path folder) {
    this(folder, new Programs(folder, Programs.CHECKED_TOOLS));
  }

  /** Runs commands in {@code folder}. */
  ScriptRunner(Path folder, Programs programs) {
    this.programs = programs;
    this.folder = folder;
  }

  /** Runs {@code script} and returns why it failed, or nothing when every command succeeded. */
  public Optional<String> run(Script script) throws IOException, InterruptedException {
    for (Pipeline pipeline : script.pipelines()) {
      var failure = run(pipeline);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Optional<String> run(Pipeline pipeline) throws IOException, InterruptedException {
    byte[] piped = {};
    var failures = new StringBuilder();
    for (Command command : pipeline.commands()) {
      byte[] input = command.input().isPresent() ? Files.readAllBytes(folder.resolve(command.input().get())) : piped;
      boolean together = command.errors().filter(Target.ToOutput.class::isInstance).isPresent();
      Result result = call(command.words(), input, together);
      piped = result.output();
      if (command.output().orElse(null) instanceof Target.ToFile file) {
        write(file, result.output());
        piped = new byte[0];
      }
      byte[] errors = result.errors();
      if (command.errors().orElse(null) instanceof Target.ToFile file) {
        write(file, errors);
      }
      if (result.status() != 0) {
        failures.append("exit status ").append(result.status()).append(": ").append(String.join(" ", command.words())).append('\n');
        failures.append(text(errors));
        if (together || pipeline.commands().getLast() == command) {
          failures.append(text(result.output()));
        }
      }
    }
    return failures.isEmpty() ? Optional.empty() : Optional.of(failures.toString());
  }

  /** Calls a command; {@code not} and {@code not --crash} are done here, since what follows them may be a tool in this JVM. */
  private Result call(List<String> words, byte[] input, boolean errorsToOutput) throws IOException, InterruptedException {
    if (!words.getFirst().equals("not")) {
      return programs.find(words.getFirst()).run(words.subList(1, words.size()), input, errorsToOutput);
    }
    boolean crashWanted = words.size() > 1 && words.get(1).equals("--crash");
    var inner = words.subList(crashWanted ? 2 : 1, words.size());
    if (inner.isEmpty()) {
      throw new IllegalArgumentException("`not` without a command");
    }
    Result result = call(inner, input, errorsToOutput);
    boolean crashed = result.status() >= CRASH_STATUS;
    boolean asWanted = crashWanted ? crashed : result.status() != 0 && !crashed;
    return new Result(asWanted ? 0 : 1, result.output(), result.errors());
  }

  private void write(Target.ToFile file, byte[] bytes) throws IOException {
    Path path = folder.resolve(file.path());
    if (file.append()) {
      Files.write(path, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } else {
      Files.write(path, bytes);
    }
  }

  private static String text(byte[] bytes) {
    var trimmed = new ByteArrayOutputStream();
    trimmed.write(bytes, 0, Math.min(bytes.length, 20_000));
    return trimmed.toString(StandardCharsets.UTF_8);
  }
}

package mlr.test.lit;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.test.lit.program.Program;
import mlr.test.lit.program.Programs;

/**
 * One test file, run as lit would.
 *
 * @param root the project, whose {@code test/lit} holds the file
 * @param path the file
 * @param tools programs that come before the host's
 */
public record LitTest(Path root, Path path, Map<String, Program> tools) {
  private static final Set<String> ARCHITECTURES = Set.of("amd64", "aarch64");

  LitTest(Path root, Path path) {
    this(root, path, Programs.CHECKED_TOOLS);
  }

  /** Whether the host has what {@code REQUIRES:} names: an architecture, which is all that a host may lack. */
  public boolean runsOnThisHost() {
    try {
      return LitFile.read(path).requires().stream()
          .filter(ARCHITECTURES::contains)
          .allMatch(System.getProperty("os.arch")::equals);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Runs the file's commands; fails the JUnit test with the command that failed and what it printed. */
  void run() throws IOException, InterruptedException {
    var file = LitFile.read(path);
    for (String feature : file.requires()) {
      if (!ARCHITECTURES.contains(feature)) {
        fail(path + ": REQUIRES: names `" + feature + "`, which is none of " + ARCHITECTURES);
      }
    }
    if (file.runLines().isEmpty()) {
      fail(path + ": no RUN: line");
    }
    var failure = firstFailure(file);
    if (file.expectedToFail() && failure.isEmpty()) {
      fail(path + ": passes, though marked XFAIL");
    }
    if (!file.expectedToFail() && failure.isPresent()) {
      fail(failure.get());
    }
  }

  /** Runs the file's commands up to the first that fails. */
  public void execute() throws IOException, InterruptedException {
    firstFailure(LitFile.read(path));
  }

  private Optional<String> firstFailure(LitFile file) throws IOException, InterruptedException {
    Path suite = root.resolve("test/lit");
    Path relative = path.startsWith(suite) ? suite.relativize(path) : path.getFileName();
    Path temporary = suite.resolve("target/output").resolve(relative + ".tmp");
    Files.createDirectories(temporary.getParent());
    var substitutions = Substitutions.of(root, path, temporary);
    var runner = new ScriptRunner(temporary.getParent(), new Programs(temporary.getParent(), tools));
    for (String line : file.runLines()) {
      try {
        String command = substitutions.apply(line);
        var failure = runner.run(ScriptParser.parse(command));
        if (failure.isPresent()) {
          return Optional.of(path + "\nRUN: " + command + "\n" + failure.get());
        }
      } catch (IllegalArgumentException unusable) {
        return Optional.of(path + "\n" + unusable.getMessage());
      }
    }
    return Optional.empty();
  }
}

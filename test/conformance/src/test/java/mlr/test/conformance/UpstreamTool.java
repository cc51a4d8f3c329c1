package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of upstream MLIR 19, in the folder {@code LLVM_TOOLS_DIR} or where Debian puts it.
 *
 * @param name such as {@code mlir-opt}
 */
record UpstreamTool(String name) {

  private static final Path DEBIAN = Path.of("/usr/lib/llvm-19/bin");
  private static final int MINUTES = 3;

  /** What the program prints for an input that it must accept; the test fails when it does not, or when there is no such program. */
  String run(String input, String... flags) {
    var program = Optional.ofNullable(System.getenv("LLVM_TOOLS_DIR")).map(Path::of).orElse(DEBIAN).resolve(name);
    assertTrue(Files.isExecutable(program), () -> program + " is missing; install it with: apt-get install mlir-19-tools");
    try {
      var folder = Files.createTempDirectory("upstream");
      try {
        return run(program, folder, input, flags);
      } finally {
        for (var file : List.of("input.mlir", "output", "errors")) {
          Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String run(Path program, Path folder, String input, String... flags) throws IOException {
    var file = Files.writeString(folder.resolve("input.mlir"), input);
    var command = new ArrayList<>(List.of(program.toString(), file.toString()));
    command.addAll(List.of(flags));
    var process = new ProcessBuilder(command)
        .redirectOutput(folder.resolve("output").toFile())
        .redirectError(folder.resolve("errors").toFile())
        .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        fail(name + " did not end within " + MINUTES + " minutes");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      fail(e);
    }
    var errors = Files.readString(folder.resolve("errors"));
    assertEquals(0, process.exitValue(), () -> name + " " + String.join(" ", flags) + "\n" + errors.lines().limit(20).toList());
    return Files.readString(folder.resolve("output"));
  }
}

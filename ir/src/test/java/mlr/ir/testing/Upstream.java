package mlr.ir.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Upstream's {@code mlir-opt}, which our text is compared with. */
public final class Upstream {
  private static final Path MLIR_OPT = Path.of("/usr/lib/llvm-19/bin/mlir-opt");

  private Upstream() {}

  /** What {@code mlir-opt --allow-unregistered-dialect} prints for {@code text}, which it must accept. */
  public static String mlirOpt(String text, String... flags) {
    if (!Files.isExecutable(MLIR_OPT)) {
      fail(MLIR_OPT + " is missing; install it with: apt-get install mlir-19-tools");
    }
    try {
      var input = Files.createTempFile("upstream", ".mlir");
      var output = Files.createTempFile("upstream", ".out");
      var errors = Files.createTempFile("upstream", ".err");
      Files.writeString(input, text);
      var command = new ArrayList<>(List.of(MLIR_OPT.toString(), "--allow-unregistered-dialect", input.toString()));
      command.addAll(List.of(flags));
      var process = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail("mlir-opt did not end within a minute");
      }
      assertEquals(0, process.exitValue(), () -> read(errors));
      var result = Files.readString(output).replace(input.toString(), "test.mlir");
      for (var file : List.of(input, output, errors)) {
        Files.delete(file);
      }
      return result;
    } catch (IOException | InterruptedException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      return problem.toString();
    }
  }
}

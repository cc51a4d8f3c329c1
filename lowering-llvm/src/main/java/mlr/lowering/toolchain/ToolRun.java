package mlr.lowering.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mlr.lowering.InternalCompilerError;

/**
 * A program that has run to its end.
 *
 * @param command the program and its arguments
 * @param exit    its exit code
 * @param output  what it wrote to standard output
 * @param errors  what it wrote to standard error
 */
public record ToolRun(List<String> command, int exit, String output, String errors) {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  public ToolRun {
    command = List.copyOf(command);
  }

  /**
   * Runs a program and waits for it, ten minutes at most.
   *
   * @param directory   its working directory
   * @param environment variables added to this process's own
   */
  public static ToolRun of(String program, List<String> arguments, Path directory, Map<String, String> environment) {
    var command = new ArrayList<String>();
    command.add(program);
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
      var errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new InternalCompilerError(program + " did not end within " + LIMIT.toMinutes() + " minutes", String.join(" ", command));
      }
      return new ToolRun(command, process.exitValue(), output.join(), errors.join());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot run " + program, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InternalCompilerError("interrupted while waiting for " + program, String.join(" ", command));
    }
  }

  private static String read(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * This run, if it ended well.
   *
   * @throws InternalCompilerError when it did not: the compiler gave the program something it does not take
   */
  public ToolRun successful() {
    if (exit != 0) {
      throw new InternalCompilerError(Path.of(command.getFirst()).getFileName() + " failed with exit code " + exit + "\n"
          + errors.strip(), String.join(" ", command));
    }
    return this;
  }
}

package mlr.test.lit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of the host, such as FileCheck, run as a process.
 *
 * @param executable its path
 * @param folder the working directory
 */
record ExternalProgram(Path executable, Path folder) implements Program {
  private static final long LIMIT_MINUTES = 3;
  private static final int TIMED_OUT = 137;

  @Override
  public Result run(List<String> arguments, byte[] input, boolean errorsToOutput) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(executable.toString());
    command.addAll(arguments);
    var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(errorsToOutput).start();
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    var workers = List.of(
        Thread.startVirtualThread(() -> write(process, input)),
        Thread.startVirtualThread(() -> copy(process.getInputStream(), output)),
        Thread.startVirtualThread(() -> copy(process.getErrorStream(), errors)));
    boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    for (Thread worker : workers) {
      worker.join();
    }
    return new Result(ended ? process.exitValue() : TIMED_OUT, output.toByteArray(), errors.toByteArray());
  }

  private static void write(Process process, byte[] input) {
    try (var stream = process.getOutputStream()) {
      stream.write(input);
    } catch (IOException closed) {
      // A program that stops reading early closes its end of the pipe; its exit status tells whether that was right.
    }
  }

  private static void copy(InputStream from, ByteArrayOutputStream to) {
    try (from) {
      from.transferTo(to);
    } catch (IOException closed) {
      // The process was killed after its time ran out; what it wrote until then is kept.
    }
  }
}

package mlr.test.lit.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mlr.test.lit.program.Program.Result;

/**
 * A shell that is kept open and runs one program after the other. It forks itself, which is small: a process that this JVM starts costs half as much
 * as what {@code FileCheck} does in it. Standard streams are files in a folder of the shell's own.
 */
final class HostShell implements AutoCloseable {
  private static final int TIMED_OUT = 137;

  /** What is answered when the shell is no more. */
  private static final String ENDED = "ended";

  private final Duration limit;
  private final Process shell;
  private final OutputStream requests;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Path input;
  private final Path output;
  private final Path errors;

  /** Starts a shell whose programs may each run as long as {@code limit}. */
  HostShell(Duration limit) throws IOException {
    this.limit = limit;
    var folder = Files.createTempDirectory("mlr-host-shell");
    input = folder.resolve("input");
    output = folder.resolve("output");
    errors = folder.resolve("errors");
    shell = new ProcessBuilder("/bin/sh").redirectError(Redirect.DISCARD).start();
    requests = shell.getOutputStream();
    var reader = shell.inputReader(StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().name("host shell").start(() -> answer(reader));
  }

  private void answer(BufferedReader reader) {
    try (reader) {
      reader.lines().forEach(answers::add);
    } catch (IOException | java.io.UncheckedIOException closed) {
      // The shell was killed.
    }
    answers.add(ENDED);
  }

  /** Whether it can run another program. */
  boolean isOpen() {
    return shell.isAlive();
  }

  /**
   * Runs a program in a folder; kills it when its time is up, and the shell with it.
   *
   * @param command path and arguments
   * @param errorsToOutput whether standard error goes where standard output goes
   */
  Result run(List<String> command, Path folder, byte[] given, boolean errorsToOutput) throws IOException, InterruptedException {
    Files.write(input, given);
    var words = command.stream().map(HostShell::quoted).collect(Collectors.joining(" "));
    // In braces, not in parentheses: shells make do without copying themselves for a simple command. Some add what signal ended it to its errors.
    var request = "{ cd " + quoted(folder.toAbsolutePath()) + " && " + words + "; } < " + quoted(input) + " > " + quoted(output)
        + (errorsToOutput ? " 2>&1" : " 2> " + quoted(errors)) + "; echo $?\n";
    requests.write(request.getBytes(StandardCharsets.UTF_8));
    requests.flush();
    var answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (answer == null) {
      Stream.concat(Stream.of(shell.toHandle()), shell.descendants()).forEach(ProcessHandle::destroyForcibly);
      shell.waitFor();
    } else if (answer.equals(ENDED)) {
      throw new IOException("the shell that was to run `" + words + "` ended");
    }
    return new Result(answer == null ? TIMED_OUT : Integer.parseInt(answer), Files.readAllBytes(output),
        errorsToOutput ? new byte[0] : Files.readAllBytes(errors));
  }

  /** Ends the shell, so that what its programs took counts as this JVM's, and removes its files. */
  @Override
  public void close() throws IOException, InterruptedException {
    if (shell.isAlive()) {
      requests.close();
    }
    shell.waitFor();
    for (var file : List.of(input, output, errors, input.getParent())) {
      Files.deleteIfExists(file);
    }
  }

  private static String quoted(Object word) {
    return "'" + word.toString().replace("'", "'\\''") + "'";
  }
}

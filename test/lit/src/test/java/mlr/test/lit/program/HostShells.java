package mlr.test.lit.program;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import mlr.test.lit.program.Program.Result;

/** As many shells as programs run at once. They end when this JVM does. */
final class HostShells {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private final ConcurrentLinkedDeque<HostShell> idle = new ConcurrentLinkedDeque<>();

  HostShells() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end of the host's shells"));
  }

  private void close() {
    for (var shell : idle) {
      try {
        shell.close();
      } catch (IOException | InterruptedException problem) {
        // It ends all the same, with its input.
      }
    }
  }

  /** Runs a program as {@link HostShell#run} does. */
  Result run(List<String> command, Path folder, byte[] input, boolean errorsToOutput) throws IOException, InterruptedException {
    var waiting = idle.poll();
    var shell = waiting == null ? new HostShell(LIMIT) : waiting;
    var result = shell.run(command, folder, input, errorsToOutput);
    if (shell.isOpen()) {
      idle.push(shell);
    } else {
      shell.close();
    }
    return result;
  }
}

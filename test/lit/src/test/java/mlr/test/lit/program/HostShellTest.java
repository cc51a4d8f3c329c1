package mlr.test.lit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mlr.test.lit.program.Program.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that a shell runs behave as processes of their own. */
@Tag("lit")
final class HostShellTest {
  @TempDir
  Path folder;

  private static String text(Result result) {
    return result.status() + " | " + new String(result.output(), StandardCharsets.UTF_8) + " | " + new String(result.errors(), StandardCharsets.UTF_8);
  }

  private Result run(HostShell shell, String input, boolean together, String... command) throws IOException, InterruptedException {
    return shell.run(List.of(command), folder, input.getBytes(StandardCharsets.UTF_8), together);
  }

  @Test
  void streamsAndStatusArePassedOn() throws IOException, InterruptedException {
    try (var shell = new HostShell(Duration.ofMinutes(1))) {
      assertEquals("3 | given | wrong\n", text(run(shell, "given", false, "/bin/sh", "-c", "cat; echo wrong >&2; exit 3")));
      assertEquals("0 | out\nwrong\n | ", text(run(shell, "", true, "/bin/sh", "-c", "echo out; echo wrong >&2")));
      assertEquals("0 |  | ", text(run(shell, "not read", false, "/bin/true")));
      assertEquals(134, run(shell, "", false, "/bin/sh", "-c", "kill -ABRT $$").status());
    }
  }

  @Test
  void wordsReachTheProgramAsTheyAre() throws IOException, InterruptedException {
    try (var shell = new HostShell(Duration.ofMinutes(1))) {
      assertEquals("0 | it's $HOME `x` \\ \"\n* |\n|ä | ", text(run(shell, "", false, "/usr/bin/printf", "%s", "it's $HOME `x` \\ \"\n* |\n|ä")));
      assertEquals("0 | " + folder.toRealPath() + "\n | ", text(run(shell, "", false, "/bin/pwd", "-P")));
    }
  }

  @Test
  void aFolderThatIsMissingIsAnError() throws IOException, InterruptedException {
    try (var shell = new HostShell(Duration.ofMinutes(1))) {
      run(shell, "", false, "/bin/echo", "something");
      var result = shell.run(List.of("/bin/true"), folder.resolve("missing"), new byte[0], false);
      assertTrue(result.status() != 0 && result.output().length == 0, () -> text(result));
      assertTrue(text(result).contains("missing"), () -> text(result));
    }
  }

  @Test
  void whatTakesTooLongIsKilledWithWhatItStarted() throws IOException, InterruptedException {
    try (var shell = new HostShell(Duration.ofSeconds(1))) {
      var result = run(shell, "", false, "/bin/sh", "-c", "echo before; sleep 100; echo after");
      assertEquals("137 | before\n | ", text(result));
      assertFalse(shell.isOpen());
    }
  }

  @Test
  void aShellThatEndsIsSaidToHaveEnded() throws IOException, InterruptedException {
    try (var shell = new HostShell(Duration.ofMinutes(1))) {
      var problem = assertThrows(IOException.class, () -> run(shell, "", false, "/bin/sh", "-c", "kill -KILL $PPID; sleep 1"));
      assertTrue(problem.getMessage().contains("kill -KILL"), problem.getMessage());
    }
  }
}

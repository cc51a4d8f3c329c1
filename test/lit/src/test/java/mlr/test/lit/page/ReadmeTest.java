package mlr.test.lit.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mlr.test.lit.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README that call the compiler run, on the files that the README shows. */
@Tag("lit")
final class ReadmeTest {
  @TempDir
  Path folder;

  @Test
  void theCommandsForCompilerPeopleRun() throws IOException, InterruptedException {
    var lines = Files.readAllLines(Project.root().resolve("README.md"));
    Files.write(folder.resolve("average.mlr"), blockAfter("Put this into `average.mlr`", lines));
    var commands = blockAfter("## For compiler people", lines);
    assertFalse(commands.isEmpty());
    for (var command : commands) {
      var failure = new PageRunner(folder).failure(command.replaceFirst("\\s+#.*", ""));
      failure.ifPresent(message -> fail(command + "\n" + message));
    }
  }

  /** The lines of the first fenced block below a line that starts so. */
  private static List<String> blockAfter(String start, List<String> lines) {
    var below = lines.stream().dropWhile(line -> !line.startsWith(start)).dropWhile(line -> !line.startsWith("```")).skip(1);
    return below.takeWhile(line -> !line.startsWith("```")).toList();
  }
}

package mlr.test.lit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mlr.test.lit.Project;
import mlr.tools.opt.MlrOpt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example plugin is built by the JDK alone as its page says, and does what the page shows. */
@Tag("lit")
final class ExamplePluginTest {
  private static final String CLASS_PATH_COMMAND = "$(../../bin/mlr-opt --print-class-path)";

  @TempDir
  Path folder;

  @Test
  void thePageIsTrue() throws IOException, InterruptedException {
    copy(Project.root().resolve("examples/plugin"));
    var page = Page.read(folder.resolve("README.md"));
    var build = page.snippets().stream().filter(snippet -> snippet.language().equals("sh")).findFirst().orElseThrow().text();
    var process = new ProcessBuilder("sh", "-e", "-c", build.replace(CLASS_PATH_COMMAND, classPath())).directory(folder.toFile()).redirectErrorStream(true);
    process.environment().merge("PATH", Path.of(System.getProperty("java.home"), "bin").toString(), (path, java) -> java + ":" + path);
    var running = process.start();
    var printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, running.waitFor(), printed);
    for (var snippet : page.snippets()) {
      if (snippet.language().equals("console")) {
        new PageRunner(folder).console(snippet, "README.md: ");
      }
    }
  }

  private static String classPath() {
    var printed = new ByteArrayOutputStream();
    assertEquals(0, MlrOpt.run(new String[] {"--print-class-path"}, InputStream.nullInputStream(), new PrintStream(printed), System.err));
    return printed.toString(StandardCharsets.UTF_8).strip();
  }

  private void copy(Path from) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }
}

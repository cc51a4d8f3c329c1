package mlr.test.lit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Runs every test file of this folder, two at a time. The property {@code lit.filter} narrows them to paths that contain its value. */
@Tag("lit")
final class LitTests {

  @TestFactory
  Stream<DynamicTest> files() throws IOException {
    Path root = projectRoot();
    Path suite = root.resolve("test/lit");
    String filter = System.getProperty("lit.filter", "");
    return LitFile.findAll(suite).stream()
        .filter(path -> path.toString().contains(filter))
        .filter(path -> new LitTest(root, path).runsOnThisHost())
        .map(path -> dynamicTest(suite.relativize(path).toString(), path.toUri(), () -> new LitTest(root, path).run()));
  }

  /** The folder with the Maven wrapper, at or above the working directory. */
  static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}

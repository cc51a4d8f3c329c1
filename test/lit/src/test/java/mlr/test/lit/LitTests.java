package mlr.test.lit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every test file of this folder, three at a time. The property {@code lit.filter} narrows them to paths that contain its value;
 * {@code lit.count} runs them again and again until so many tests have run, to measure the harness.
 */
@Tag("lit")
final class LitTests {

  @TestFactory
  Stream<DynamicTest> files() throws IOException {
    Path root = Project.root();
    Path suite = root.resolve("test/lit");
    String filter = System.getProperty("lit.filter", "");
    var files = LitFile.findAll(suite).stream()
        .filter(path -> path.toString().contains(filter))
        .filter(path -> new LitTest(root, path).runsOnThisHost())
        .toList();
    int count = files.isEmpty() ? 0 : Integer.getInteger("lit.count", files.size());
    return IntStream.range(0, count).mapToObj(i -> files.get(i % files.size()))
        .map(path -> dynamicTest(suite.relativize(path).toString(), path.toUri(), () -> new LitTest(root, path).run()));
  }
}

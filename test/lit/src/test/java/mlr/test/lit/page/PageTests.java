package mlr.test.lit.page;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mlr.test.lit.Project;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every snippet of the tutorial is run, and prints what the page says. */
@Tag("lit")
final class PageTests {
  @TestFactory
  Stream<DynamicTest> tutorial() throws IOException {
    List<Path> pages;
    try (var files = Files.list(Project.root().resolve("docs/tutorial"))) {
      pages = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
    return IntStream.range(0, pages.size())
        .mapToObj(i -> dynamicTest(pages.get(i).getFileName().toString(), pages.get(i).toUri(), () -> run(pages.subList(0, i), pages.get(i))));
  }

  /** Pages use the files of those before them. */
  private static void run(List<Path> before, Path path) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("page");
    try {
      var runner = new PageRunner(folder);
      for (var earlier : before) {
        runner.writeFiles(Page.read(earlier));
      }
      runner.run(Page.read(path));
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }
}

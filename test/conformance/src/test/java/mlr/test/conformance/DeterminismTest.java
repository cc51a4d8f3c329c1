package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same source gives the same bytes: object, header and certificate of every program, built again by other objects in memory. */
@Tag("conformance")
class DeterminismTest {
  private static final int BUILDS = 3;

  @TempDir
  Path scratch;

  @TestFactory
  Stream<DynamicTest> sameBytes() {
    return ConformanceProgram.all().stream().map(program -> DynamicTest.dynamicTest(program.name(), () -> {
      var first = build(program, 0);
      for (int again = 1; again < BUILDS; again++) {
        var other = build(program, again);
        assertEquals(names(first), names(other));
        for (var name : names(first)) {
          assertArrayEquals(Files.readAllBytes(first.resolve(name)), Files.readAllBytes(other.resolve(name)), name);
        }
      }
    }));
  }

  private Path build(ConformanceProgram program, int number) {
    var folder = scratch.resolve(program.name().replace('/', '-') + "-" + number);
    var run = Invocation.mlr(program.buildArguments("cortex-m7", folder));
    assertEquals(0, run.exit(), run::report);
    return folder;
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

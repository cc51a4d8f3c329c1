package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mlr run} reads tables as spreadsheets and other languages write them. */
@Tag("conformance")
class TableReadingTest {
  private static final String PROGRAM = "node copy(x : f32; c : bool) returns (y : f32) let y = if c then x else 0.0; tel";

  @TempDir
  Path scratch;

  private Invocation run(String table, String... more) throws IOException {
    var program = Files.writeString(scratch.resolve("program.mlr"), PROGRAM);
    var input = Files.writeString(scratch.resolve("input.csv"), table);
    var arguments = new ArrayList<>(List.of("run", program.toString(), "--input", input.toString()));
    arguments.addAll(List.of(more));
    return Invocation.mlr(arguments);
  }

  private void reads(String table, String outputs) throws IOException {
    var run = run(table);
    assertEquals(0, run.exit(), run::report);
    assertEquals(outputs, run.out());
  }

  @Test
  void byteOrderMarkQuotesAndCarriageReturns() throws IOException {
    reads("\uFEFF\"x\",c\r\n\"1.5\",1\r\n-0.0,true\r\n", "y\n1.5\n-0.0\n");
  }

  @Test
  void nanAndInfinitiesInEverySpelling() throws IOException {
    reads("x,c\nnan,1\nNaN,1\ninf,1\n-inf,1\n+Infinity,1\n-INF,1\n", "y\nNaN\nNaN\nInfinity\n-Infinity\nInfinity\n-Infinity\n");
  }

  @Test
  void javaSuffixesAreNoNumbers() throws IOException {
    for (var cell : List.of("1f", "1d", "1.0F")) {
      var run = run("x,c\n" + cell + ",1\n");
      assertEquals(1, run.exit(), cell);
      assertTrue(run.err().contains("'" + cell + "' is no number of type f32"), run::report);
    }
  }

  @Test
  void stepsBeyondTheTableAreSaid() throws IOException {
    var run = run("x,c\n1,1\n2,1\n", "--steps", "3");
    assertEquals(0, run.exit(), run::report);
    assertEquals("y\n1.0\n2.0\n", run.out());
    assertTrue(run.err().contains("warning: --steps is 3, but the rows suffice for 2"), run::report);
    assertEquals("y\n1.0\n", run("x,c\n1,1\n2,1\n", "--steps", "1").out());
    assertEquals("y\n", run("x,c\n1,1\n", "--steps", "0").out());
  }
}

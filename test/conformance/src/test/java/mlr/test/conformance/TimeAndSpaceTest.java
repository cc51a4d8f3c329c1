package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * A segment in time and the same segment in space give the same bits: the bidirectional network answers a stretch that comes
 * frame by frame as it does the stretch that comes at once.
 */
class TimeAndSpaceTest {

  @TestFactory
  @Tag("conformance")
  Stream<DynamicTest> sameBits() {
    return on("interpreter", "host");
  }

  @TestFactory
  @Tag("boards")
  Stream<DynamicTest> sameBitsOnBoards() {
    return on("cortex-m4", "cortex-m7", "rv32imac", "rv32imafc");
  }

  private static Stream<DynamicTest> on(String... engines) {
    return Stream.of(engines).map(engine -> DynamicTest.dynamicTest(engine, () -> {
      var time = outputs("birnn/time", engine);
      int complete = time.columns().indexOf("complete");
      var answers = time.rows().stream().filter(row -> row.get(complete).equals("true")).toList();
      var answered = new Trace(time.columns(), answers).without(List.of("complete"));
      assertEquals(List.of(), outputs("birnn/space", engine).differences(answered, CellComparison.BITS));
    }));
  }

  private static Trace outputs(String name, String engine) {
    var program = ConformanceProgram.all().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    var run = program.run(engine);
    assertEquals(0, run.exit(), run::report);
    return Trace.parse(run.out());
  }
}

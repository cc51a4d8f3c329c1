package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every engine gives the trace that was worked out for each program of the corpus. */
class ConformanceTest {

  private static final int DIFFERENCES_SHOWN = 10;

  @TestFactory
  @Tag("conformance")
  Stream<DynamicTest> interpreter() {
    return programsOn("interpreter");
  }

  @TestFactory
  @Tag("conformance")
  Stream<DynamicTest> host() {
    return programsOn("host");
  }

  @TestFactory
  @Tag("boards")
  Stream<DynamicTest> cortexM4() {
    return programsOn("cortex-m4");
  }

  @TestFactory
  @Tag("boards")
  Stream<DynamicTest> cortexM7() {
    return programsOn("cortex-m7");
  }

  @TestFactory
  @Tag("boards")
  Stream<DynamicTest> rv32imac() {
    return programsOn("rv32imac");
  }

  @TestFactory
  @Tag("boards")
  Stream<DynamicTest> rv32imafc() {
    return programsOn("rv32imafc");
  }

  @Test
  @Tag("conformance")
  void theCorpusIsThere() {
    var names = ConformanceProgram.all().stream().map(ConformanceProgram::name).collect(Collectors.toSet());
    assertTrue(names.containsAll(List.of(
        "cruise/drive", "facts/facts", "policy/decisions", "returns/gae-f32", "returns/gae-f64", "birnn/time", "birnn/space")));
  }

  private static Stream<DynamicTest> programsOn(String engine) {
    return ConformanceProgram.all().stream().filter(program -> program.concerns(engine)).map(program -> DynamicTest.dynamicTest(
        program.name() + " on " + engine + ": " + program.claim(), () -> reproduces(program, engine)));
  }

  private static void reproduces(ConformanceProgram program, String engine) {
    var run = program.run(engine);
    assertEquals(0, run.exit(), run::report);
    assertFalse(run.out().isEmpty(), run::report);
    var differences = program.expectedTrace().differences(Trace.parse(run.out()), program.comparison());
    assertTrue(differences.isEmpty(), () -> run.report() + differences.size() + " differences\n"
        + differences.stream().limit(DIFFERENCES_SHOWN).collect(Collectors.joining("\n")));
  }
}

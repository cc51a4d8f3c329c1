package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Engines with fused multiply-add agree bit for bit, also where the expected trace comes from a tool that does not define the bits:
 * every program that is compared with a tolerance gives on them exactly what it gives on the interpreter.
 */
class BitEqualityTest {

  @TestFactory
  @Tag("conformance")
  Stream<DynamicTest> hostGivesTheInterpretersBits() {
    return everyProgramOn(List.of("host"));
  }

  @TestFactory
  @Tag("boards")
  Stream<DynamicTest> boardsGiveTheInterpretersBits() {
    return everyProgramOn(List.of("cortex-m4", "cortex-m7", "rv32imafc"));
  }

  private static Stream<DynamicTest> everyProgramOn(List<String> engines) {
    return ConformanceProgram.all().stream().filter(program -> !program.comparison().exact()).flatMap(program -> engines.stream()
        .map(engine -> DynamicTest.dynamicTest(program.name() + " on " + engine, () -> sameBits(program, engine))));
  }

  private static void sameBits(ConformanceProgram program, String engine) {
    var reference = program.run("interpreter");
    assertEquals(0, reference.exit(), reference::report);
    var run = program.run(engine);
    assertEquals(0, run.exit(), run::report);
    var bits = new CellComparison(program.comparison().binary64(), 0, 0);
    assertEquals(List.of(), Trace.parse(reference.out()).differences(Trace.parse(run.out()), bits));
  }
}

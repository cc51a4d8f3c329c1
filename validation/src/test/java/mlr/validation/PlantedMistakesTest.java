package mlr.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong rewrites, one of each kind that compilers are known for, are caught and named; right ones that look like them are not. */
class PlantedMistakesTest {
  static Stream<PlantedCase> mistakes() {
    return PlantedCase.all().stream().filter(PlantedCase::mistake);
  }

  static Stream<PlantedCase> refinements() {
    return PlantedCase.all().stream().filter(planted -> !planted.mistake());
  }

  @ParameterizedTest
  @MethodSource
  void mistakes(PlantedCase planted) {
    var report = Planted.caught(planted.before(), planted.name(), Planted.becomes(planted.after()));
    assertContains(report, "error: pass '" + planted.name() + "' is wrong: ");
    planted.shows().forEach(text -> assertContains(report, text));
  }

  /** What the code does before the mistake is known then from the pass before. */
  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesOfALaterPass(PlantedCase planted) {
    var report = Planted.caught(planted.before(), planted.name(), Planted.marks(), Planted.becomes(planted.after()));
    assertContains(report, "error: pass '" + planted.name() + "' is wrong: ");
    planted.shows().forEach(text -> assertContains(report, text));
  }

  @ParameterizedTest
  @MethodSource
  void refinements(PlantedCase planted) {
    var counts = Planted.accepted(planted.before(), Planted.becomes(planted.after()));
    List.of("validated: ").forEach(text -> assertContains(counts, text));
    planted.shows().forEach(text -> assertContains(counts, text));
  }

  private static void assertContains(String report, String text) {
    assertTrue(report.contains(text), () -> "no '" + text + "' in\n" + report);
  }
}

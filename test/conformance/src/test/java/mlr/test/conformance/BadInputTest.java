package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mlr.dialects.reactive.LanguageCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A mistake is answered by a diagnostic that names the thing and the place, exit code 1, and nothing written. */
@Tag("conformance")
class BadInputTest {

  @TempDir
  Path scratch;

  @TestFactory
  Stream<DynamicTest> isRefused() {
    return BadInput.all().stream().flatMap(input -> input.commands().stream().map(command -> DynamicTest.dynamicTest(
        input.name() + ", mlr " + command.getFirst() + ": " + input.claim(), () -> refused(input, command))));
  }

  @Test
  void everyKindOfMistakeIsHere() {
    var warnings = EnumSet.of(LanguageCode.UNUSED, LanguageCode.UNKNOWN_ANNOTATION);
    var missing = EnumSet.complementOf(warnings).stream().map(LanguageCode::text).collect(Collectors.toCollection(TreeSet::new));
    BadInput.all().forEach(input -> input.code().ifPresent(missing::remove));
    assertEquals(Set.of(), missing);
  }

  private void refused(BadInput input, List<String> command) throws IOException {
    var output = scratch.resolve(input.name());
    var run = Invocation.mlr(input.arguments(command, output));
    // The folder's name tells of the mistake; the message must do so itself.
    var said = run.err().replace(input.name() + File.separator, "").toLowerCase(Locale.ROOT);
    assertAll(
        Stream.concat(
            Stream.of(
                () -> assertEquals(1, run.exit(), run::report),
                () -> assertTrue(run.err().contains(input.code().map(code -> "error[" + code + "]: ").orElse("")), () -> input.code() + " expected\n" + run.report()),
                () -> assertTrue(pointsAt(input, run.err()), () -> input.place() + " expected\n" + run.report()),
                () -> assertEquals(List.of(), files(output), "files written in spite of the mistake")),
            input.message().stream().map(text -> () ->
                assertTrue(said.contains(text.toLowerCase(Locale.ROOT)), () -> "'" + text + "' expected\n" + run.report()))));
  }

  /** Whether a line of the diagnostics begins a message at the place; a place that ends with a colon leaves the column open. */
  private static boolean pointsAt(BadInput input, String diagnostics) {
    return input.place()
        .map(place -> Pattern.compile(Pattern.quote(place) + (place.endsWith(":") ? "\\d+" : "") + "\\b").matcher(diagnostics).find())
        .orElse(true);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}

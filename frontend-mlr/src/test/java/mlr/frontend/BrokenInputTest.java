package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program with pieces taken out, doubled, swapped or replaced gets diagnostics with places, and never an exception. */
class BrokenInputTest {
  private static final Pattern TOKEN = Pattern.compile("\\s+|\\w+|[^\\w\\s]");

  private static String tour() throws IOException {
    try (var in = BrokenInputTest.class.getResourceAsStream("/tour.mlr")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theWholeProgramIsRight() throws IOException {
    var engine = new DiagnosticEngine();
    assertTrue(MlrFrontend.check(new Source.Text("tour.mlr", tour()), FrontendOptions.defaults(), engine).isPresent());
    assertEquals(List.of(), engine.all());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void brokenProgramsAreRefusedWithPlaces(long seed) throws IOException {
    var tokens = TOKEN.matcher(tour()).results().map(m -> m.group()).toList();
    var random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      var broken = new ArrayList<>(tokens);
      for (int i = random.nextInt(3); i >= 0; i--) {
        int at = random.nextInt(broken.size());
        switch (random.nextInt(4)) {
          case 0 -> broken.remove(at);
          case 1 -> broken.add(at, broken.get(random.nextInt(broken.size())));
          case 2 -> broken.set(at, broken.get(random.nextInt(broken.size())));
          default -> broken.subList(at, Math.min(broken.size(), at + 40)).clear();
        }
      }
      var text = String.join("", broken);
      var engine = new DiagnosticEngine();
      var program = MlrFrontend.check(new Source.Text("broken.mlr", text), FrontendOptions.defaults(), engine);
      assertEquals(program.isEmpty(), engine.hasErrors(), text);
      for (var diagnostic : engine.all()) {
        assertFalse(diagnostic.location().filePosition().isEmpty(), diagnostic.message());
      }
      assertTrue(engine.all().stream().filter(d -> d.severity() == Severity.ERROR).count() < 40, text);
    }
  }
}

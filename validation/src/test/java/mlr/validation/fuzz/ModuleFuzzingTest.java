package mlr.validation.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import mlr.passes.AllPasses;
import org.junit.jupiter.api.Test;

/** A thousand random modules of fixed seeds; {@code mlr fuzz} runs as many others as one likes. */
class ModuleFuzzingTest {
  private static final int MODULES = 1000;

  @Test
  void modulesComeBackAndPassesKeepTheirMeaning() {
    var report = new ModuleFuzzing(AllPasses.registry(), List.of()).run(new FuzzRun(0, MODULES, 2), _ -> {});
    assertEquals("", report.findings().stream().map(Finding::report).collect(Collectors.joining("\n")));
    assertTrue(report.counts().getOrDefault("validated: calls", 0L) > 20 * MODULES, "little was run: " + report.counts());
  }

  @Test
  void aSeedMakesTheSameModule() {
    var one = new ModuleFuzzing(AllPasses.registry(), List.of());
    var other = new ModuleFuzzing(AllPasses.registry(), List.of());
    other.module(3);
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(one.module(seed).toString(), other.module(seed).toString());
    }
  }
}

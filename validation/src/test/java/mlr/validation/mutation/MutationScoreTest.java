package mlr.validation.mutation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import mlr.validation.Validation;
import org.junit.jupiter.api.Test;

/**
 * Of small mistakes in a controller that is hard to lead into all its states, most are found. The program is
 * {@code examples/cruise.mlr} after {@code --normalize-reactive --convert-reactive-to-sched --canonicalize --cse}.
 */
class MutationScoreTest {
  /** Every so many operations one is mutated. */
  private static final int STRIDE = 4;

  @Test
  void mostMistakesInTheCruiseControlAreFound() throws IOException {
    try (var program = MutationScoreTest.class.getResourceAsStream("cruise.mlir")) {
      var module = MutationScore.parse("cruise.mlir", new String(program.readAllBytes(), StandardCharsets.UTF_8));
      var score = MutationScore.of(module, STRIDE, new Validation(8, 31));
      assertTrue(score.caught() * 100 >= score.mutants() * 75, () -> score.caught() + " of " + score.mutants() + ", missed: " + score.missed());
    }
  }
}

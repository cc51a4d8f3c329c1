package mlr.validation.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import mlr.ir.DialectRegistry;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.PassRegistry;
import mlr.ir.verify.Verifier;

/** All checks of one module: it verifies, comes back from text and binary form, and no pass changes what it computes. Not for several threads. */
final class ModuleCheck {
  private final RoundTrips roundTrips;
  private final PassChecks passChecks;

  /** @param only the passes to check, all of {@code passes} when there are none */
  ModuleCheck(DialectRegistry registry, PassRegistry passes, List<String> only) {
    roundTrips = new RoundTrips(registry);
    passChecks = new PassChecks(registry, passes, only);
  }

  /** What was done so far, by kind. */
  Map<String, Long> counts() {
    return passChecks.counts();
  }

  /** The first failure; {@code random} chooses the pipeline of several passes and the options. */
  Optional<Failure> check(ModuleOp module, SplittableRandom random) {
    var diagnostics = new DiagnosticEngine();
    if (!Verifier.verify(module, diagnostics)) {
      return Optional.of(new Failure("verifier", diagnostics.all().getFirst().message()));
    }
    return roundTrips.check(module)
        .or(() -> passChecks.pipelines(random).stream().map(pipeline -> passChecks.check(module, pipeline)).flatMap(Optional::stream).findFirst());
  }
}

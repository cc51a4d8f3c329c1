package mlr.tools.opt;

import java.util.List;
import mlr.ir.pass.PassDefinition;

/** Passes of upstream's tool that go wrong on purpose, so that what a tool says then can be tested. */
public final class TestPasses {
  private TestPasses() {}

  /** Their definitions. */
  public static List<PassDefinition> all() {
    return List.of(
        PassDefinition.named("test-pass-failure").summary("Report an error, for tests").anchor("any")
            .creates((op, context) -> context.diagnostics().opError(op, "is where the test pass fails")),
        PassDefinition.named("test-pass-crash").summary("Break, for tests").anchor("any").creates((op, _) -> {
          throw new IllegalStateException("the test pass breaks");
        }));
  }
}

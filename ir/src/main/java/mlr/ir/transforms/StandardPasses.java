package mlr.ir.transforms;

import java.util.List;
import mlr.ir.pass.PassDefinition;

/** The passes that work on any dialect. */
public final class StandardPasses {
  private StandardPasses() {}

  /** Their definitions in alphabetical order. */
  public static List<PassDefinition> all() {
    return List.of(CanonicalizePass.DEFINITION, CsePass.DEFINITION, InlinePass.DEFINITION, LoopInvariantCodeMotionPass.DEFINITION,
        StripDebugInfoPass.DEFINITION, SymbolDcePass.DEFINITION);
  }
}

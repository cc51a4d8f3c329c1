package mlr.ir.transforms;

import java.util.List;
import mlr.ir.pass.PassDefinition;
import mlr.ir.transforms.deadvalues.RemoveDeadValuesPass;
import mlr.ir.transforms.mem2reg.Mem2RegPass;

/** The passes that work on any dialect. */
public final class StandardPasses {
  private StandardPasses() {}

  /** Their definitions in alphabetical order. */
  public static List<PassDefinition> all() {
    return List.of(CanonicalizePass.DEFINITION, CsePass.DEFINITION, InlinePass.DEFINITION, LoopInvariantCodeMotionPass.DEFINITION, Mem2RegPass.DEFINITION, RemoveDeadValuesPass.DEFINITION, SccpPass.DEFINITION,
        StripDebugInfoPass.DEFINITION, SymbolDcePass.DEFINITION);
  }
}

package mlr.ir.analysis.printing;

import java.util.List;
import mlr.ir.pass.PassDefinition;

/** The passes that change nothing and remark on what an analysis finds; each is how its analysis is tested. */
public final class AnalysisPasses {
  private AnalysisPasses() {}

  /** Their definitions in alphabetical order. */
  public static List<PassDefinition> all() {
    return List.of(PrintAliasPass.DEFINITION, PrintCallGraphPass.DEFINITION, PrintConstantsPass.DEFINITION, PrintDominancePass.DEFINITION,
        PrintIntRangesPass.DEFINITION, PrintLivenessPass.DEFINITION, PrintLoopInfoPass.DEFINITION);
  }
}

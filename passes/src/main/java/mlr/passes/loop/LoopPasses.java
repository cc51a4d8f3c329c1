package mlr.passes.loop;

import java.util.List;
import mlr.ir.pass.PassDefinition;
import mlr.passes.loop.vectorize.LoopVectorizePass;

/** The passes on structured loops. */
public final class LoopPasses {
  private LoopPasses() {}

  /** Their definitions in alphabetical order. */
  public static List<PassDefinition> all() {
    return List.of(LoopFusionPass.DEFINITION, LoopInterchangePass.DEFINITION, LoopTilePass.DEFINITION, LoopUnrollPass.DEFINITION, LoopVectorizePass.DEFINITION);
  }
}

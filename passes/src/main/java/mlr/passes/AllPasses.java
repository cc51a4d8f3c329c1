package mlr.passes;

import java.util.List;
import mlr.ir.pass.PassRegistry;
import mlr.ir.transforms.StandardPasses;
import mlr.passes.looptollvm.ConvertLoopToLlvm;
import mlr.passes.math.ExpandMath;
import mlr.passes.pipeline.MlrToLlvm;
import mlr.passes.reactive.CheckCausality;
import mlr.passes.reactive.CheckClocks;
import mlr.passes.reactive.CheckInitialization;
import mlr.passes.reactive.NormalizeReactive;
import mlr.passes.reactivetosched.ConvertReactiveToSched;

/** The passes and named pipelines of the compiler. */
public final class AllPasses {
  private AllPasses() {}

  /** A registry of all passes: the general ones, then those of each level from the top down, then the pipelines. */
  public static PassRegistry registry() {
    return new PassRegistry().register(StandardPasses.all())
        .register(List.of(CheckClocks.DEFINITION, CheckInitialization.DEFINITION, CheckCausality.DEFINITION, NormalizeReactive.DEFINITION,
            ConvertReactiveToSched.DEFINITION))
        .register(List.of(ExpandMath.DEFINITION, ConvertLoopToLlvm.DEFINITION))
        .register(MlrToLlvm.DEFINITION);
  }
}

package mlr.passes;

import java.util.List;
import mlr.ir.analysis.printing.AnalysisPasses;
import mlr.ir.pass.PassRegistry;
import mlr.ir.transforms.StandardPasses;
import mlr.passes.latency.RecordLatency;
import mlr.passes.loop.LoopPasses;
import mlr.passes.looptollvm.ConvertLoopToLlvm;
import mlr.passes.math.ExpandMath;
import mlr.passes.pipeline.MlrToLlvm;
import mlr.passes.reactive.CheckCausality;
import mlr.passes.reactive.CheckClocks;
import mlr.passes.reactive.CheckInitialization;
import mlr.passes.reactive.NormalizeReactive;
import mlr.passes.reactivetosched.ConvertReactiveToSched;
import mlr.passes.sched.PlanMemory;
import mlr.passes.schedtoloop.ConvertSchedToLoop;
import mlr.passes.tensor.PackWeights;
import mlr.passes.tensortoloops.ConvertTensorToLoops;

/** The passes and named pipelines of the compiler. */
public final class AllPasses {
  private AllPasses() {}

  /** A registry of all passes: the general ones, then those of each level from the top down, then the pipelines. */
  public static PassRegistry registry() {
    return new PassRegistry().register(StandardPasses.all())
        .register(List.of(CheckClocks.DEFINITION, CheckInitialization.DEFINITION, CheckCausality.DEFINITION, NormalizeReactive.DEFINITION,
            ConvertReactiveToSched.DEFINITION))
        .register(List.of(PackWeights.DEFINITION, PlanMemory.DEFINITION, ConvertTensorToLoops.DEFINITION, ConvertSchedToLoop.DEFINITION))
        .register(LoopPasses.all())
        .register(List.of(RecordLatency.DEFINITION, ExpandMath.DEFINITION, ConvertLoopToLlvm.DEFINITION))
        .register(AnalysisPasses.all()).register(MlrToLlvm.DEFINITION);
  }
}

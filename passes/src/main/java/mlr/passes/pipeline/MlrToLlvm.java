package mlr.passes.pipeline;

import mlr.ir.pass.PassOption;
import mlr.ir.pass.PassOptions;
import mlr.ir.pass.PipelineDefinition;
import mlr.passes.math.TargetLacks;

/** The named pipeline {@code mlr-to-llvm}: all the way from the reactive level to the llvm dialect, for a target that its options describe. */
public final class MlrToLlvm {
  public static final PipelineDefinition DEFINITION = PipelineDefinition.named("mlr-to-llvm")
      .summary("lower reactive nodes to the llvm dialect")
      .option("index-bitwidth", PassOption.Kind.INTEGER, "64", "width of the target's pointers: 32 or 64")
      .option("lacks", PassOption.Kind.STRING_LIST, "", "what the target has no instruction for: some of " + String.join(", ", TargetLacks.KNOWN))
      .option("lanes", PassOption.Kind.INTEGER, "8", "columns of a product that are computed at once")
      .option("unroll", PassOption.Kind.INTEGER, "4", "steps of the contracted index in one round of a loop")
      .option("steps-per-load", PassOption.Kind.INTEGER, "1", "steps whose packed weights one vector load brings")
      .option("granule", PassOption.Kind.INTEGER, "1", "lanes of a vector register, where there are such")
      .option("unfused", PassOption.Kind.STRING_LIST, "", "float types whose contractions round products first, for want of a fused instruction")
      .option("checked", PassOption.Kind.BOOLEAN, "false", "keep assertions, which trap when they fail")
      .expandsTo(MlrToLlvm::steps);

  private MlrToLlvm() {}

  private static String steps(PassOptions options) {
    var contraction = "lanes=%s unroll=%s steps-per-load=%s unfused=%s".formatted(options.string("lanes"), options.string("unroll"), options.string("steps-per-load"), options.string("unfused"));
    return String.join(",",
        "check-clocks", "check-initialization", "check-causality", "record-latency", "normalize-reactive",
        "convert-reactive-to-sched", "canonicalize", "cse",
        "pack-weights{lanes=" + options.string("lanes") + " granule=" + options.string("granule") + "}", "plan-memory",
        "convert-tensor-to-loops{" + contraction + "}",
        "convert-sched-to-loop{checked=" + options.string("checked") + "}",
        "expand-math{lacks=" + options.string("lacks") + "}", "canonicalize", "cse",
        "convert-loop-to-llvm{index-bitwidth=" + options.string("index-bitwidth") + "}");
  }
}

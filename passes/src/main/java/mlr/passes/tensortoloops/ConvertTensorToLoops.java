package mlr.passes.tensortoloops;

import mlr.dialects.func.FuncOp;
import mlr.dialects.sched.MachineOp;
import mlr.ir.Operation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;
import mlr.ir.pass.PassOptions;
import mlr.passes.sched.PlanMemory;

/**
 * Turns tensors into memory and operations on them into loops. In a machine tensors lie where plan-memory put them, which runs first on
 * machines without a plan; a function keeps its signature and has its tensors on the stack. Elementwise operations with one user
 * are computed in the loop of that user.
 *
 * <pre>{@code
 *                                                 loop.for %i = %c0 to %c4 step %c1 {
 * %s = arith.addf %x, %y : tensor<4xf32>            %a = memref.load %x[%i] : memref<4xf32>
 * %r = arith.mulf %s, %s2 : tensor<4xf32>    ->     %b = memref.load %y[%i] : memref<4xf32>
 *                                                   …
 *                                                   memref.store %r, %m[%i] : memref<4xf32>
 *                                                 }
 * }</pre>
 *
 * @param options the shape of contraction loops
 */
public record ConvertTensorToLoops(LoweringOptions options) implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("convert-tensor-to-loops")
      .summary("turn tensors into memory and operations on them into loops")
      .option("lanes", PassOption.Kind.INTEGER, "8", "columns of a product computed at once")
      .option("unroll", PassOption.Kind.INTEGER, "4", "steps of a contracted index in one round of its loop")
      .option("steps-per-load", PassOption.Kind.INTEGER, "1", "steps whose packed weights one vector load brings; divides unroll")
      .option("unfused", PassOption.Kind.STRING_LIST, "", "float types whose contractions round products first; those of all others fuse")
      .creates(options -> new ConvertTensorToLoops(
          new LoweringOptions(integer(options, "lanes"), integer(options, "unroll"), integer(options, "steps-per-load"), options.list("unfused"))));

  private static int integer(PassOptions options, String name) {
    return Math.toIntExact(options.integer(name));
  }

  @Override
  public void run(Operation module, PassContext context) {
    for (var machine : module.collect(MachineOp.class)) {
      if (TensorLegality.check(machine, context.diagnostics())) {
        PlanMemory.ensurePlanned(machine);
        MachineLowering.lower(machine, options);
      }
    }
    for (var function : module.collect(FuncOp.class)) {
      if (!function.isDeclaration() && function.collect(Operation.class).stream().anyMatch(TensorLegality::touchesTensors) && TensorLegality.check(function, context.diagnostics())) {
        FunctionLowering.lower(function, options);
      }
    }
  }
}

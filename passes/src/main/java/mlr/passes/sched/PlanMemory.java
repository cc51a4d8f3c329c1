package mlr.passes.sched;

import mlr.dialects.sched.MachineOp;
import mlr.ir.Operation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;

/**
 * Plans the memory that a machine's tensors take within an instant: one scratch arena with fixed offsets.
 *
 * <pre>{@code
 * %y = tensor.packed_matvec %w, %x : …             %y = tensor.packed_matvec %w, %x {mlr.scratch = 0 : i64} : …
 * %z = tensor.packed_matvec %v, %y : …       ->    %z = tensor.packed_matvec %v, %y : …
 * sched.output "z", %z : tensor<8xf32>             sched.output "z", %z {mlr.direct = array<i64: 0>} : tensor<8xf32>
 * }</pre>
 */
public record PlanMemory(boolean print) implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("plan-memory")
      .summary("give the tensors of a machine places in slots, buffers, outputs and one scratch arena")
      .option("print", PassOption.Kind.BOOLEAN, "false", "report where each tensor is kept, as remarks")
      .creates(options -> new PlanMemory(options.bool("print")));

  /** Plans {@code machine} if it has no plan yet. */
  public static void ensurePlanned(MachineOp machine) {
    if (!machine.hasAttribute("scratch_bytes")) {
      MemoryPlanner.plan(machine);
    }
  }

  @Override
  public void run(Operation module, PassContext context) {
    for (var machine : module.collect(MachineOp.class)) {
      var plan = MemoryPlanner.plan(machine);
      if (print) {
        plan.print(context.diagnostics());
      }
      context.count("scratch bytes", machine.scratchBytes());
    }
  }
}

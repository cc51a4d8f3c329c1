package mlr.passes.reactivetosched;

import java.util.List;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.dialects.sched.EndOp;
import mlr.dialects.sched.MachineOp;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Turns every exported node into a machine: memory into slots, clocks into guards, equations into a static order,
 * segments into buffers and sweeps. Private nodes must have been inlined; they disappear.
 *
 * <pre>{@code
 * reactive.node @count(%x: f32) -> (f32) {          sched.machine @count {
 *   %zero = arith.constant 0.0 : f32                  %s = sched.slot "y" = 0.0 : f32 : !sched.slot<f32>
 *   %y = reactive.fby %zero, %z : f32        =>       %x = sched.input "x" : f32
 *   %z = arith.addf %x, %y : f32                      %y = sched.read %s : !sched.slot<f32>
 *   reactive.return %z : f32                          %z = arith.addf %x, %y : f32
 * }                                                   sched.output "z", %z : f32
 *                                                     sched.write %z, %s : !sched.slot<f32>
 *                                                     sched.end
 *                                                   }
 * }</pre>
 */
public record ConvertReactiveToSched() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("convert-reactive-to-sched")
      .summary("Turn nodes into machines: states, buffers, sweeps, static order").creates(new ConvertReactiveToSched());

  @Override
  public void run(Operation module, PassContext context) {
    var nodes = module.region(0).entry().operations().stream().filter(NodeOp.class::isInstance).map(NodeOp.class::cast).toList();
    for (var node : nodes) {
      if (!node.isPrivate()) {
        convert(node, module, context.diagnostics());
      }
    }
    if (!context.diagnostics().hasErrors()) {
      nodes.forEach(Operation::erase);
    }
  }

  private static void convert(NodeOp node, Operation module, DiagnosticEngine diagnostics) {
    var instances = node.collect(InstanceOp.class);
    if (!instances.isEmpty()) {
      diagnostics.error(instances.getFirst().location(), "instance of '" + instances.getFirst().callee().root() + "' was not inlined; run normalize-reactive first");
      return;
    }
    int errors = diagnostics.errorCount();
    var clocks = ClockAnalysis.of(node, module, diagnostics);
    if (diagnostics.errorCount() > errors) {
      return;
    }
    var ports = NodeInterface.ofNode(module, node);
    ports.writeTo(module);
    var op = (MachineOp) OpBuilder.before(node).create(MachineOp.state(node.location(), node.symbol()));
    if (new InstantFrame(new Machine(op, clocks, diagnostics), node).lower(ports)) {
      OpBuilder.atEnd(op.body()).create(OperationState.of(EndOp.DEFINITION, node.location()));
    } else {
      op.region(0).blocks().forEach(block -> List.copyOf(block.operations()).reversed().forEach(Operation::erase));
      op.erase();
    }
  }
}

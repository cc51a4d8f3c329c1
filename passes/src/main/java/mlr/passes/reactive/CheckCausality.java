package mlr.passes.reactive;

import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Checks that every stream can be computed: forward in time, or backward inside a segment. An instance counts as its body.
 * Nodes with wrong clocks are left to {@link CheckClocks}.
 *
 * <pre>{@code
 * %y = arith.addf %x, %z : f32    // error: causality cycle: 'y' depends on itself at the same instant
 * %z = arith.negf %y : f32        //   note: 'y' needs 'z' at the same instant
 * }                               //   note: 'z' needs 'y' at the same instant</pre>
 */
public record CheckCausality() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("check-causality")
      .summary("Check that streams depend on each other in one direction of time").creates(new CheckCausality());

  @Override
  public void run(Operation module, PassContext context) {
    FlatProgram.of(module, context.diagnostics()).ifPresent(program -> program.check(context.diagnostics(), CheckCausality::check));
  }

  static void check(NodeOp node, ClockAnalysis clocks, DiagnosticEngine diagnostics) {
    if (!new SegmentUse(node, diagnostics).check()) {
      return;
    }
    int errors = diagnostics.errorCount();
    var graph = new DependenceGraph(node, clocks);
    var exits = new AnticausalExits(node, graph, diagnostics);
    // Such a condition makes cycles, of which a message about the condition says more.
    if (!exits.checkEndConditions()) {
      return;
    }
    new Causality(graph, diagnostics).check(node);
    if (diagnostics.errorCount() == errors) {
      exits.check();
    }
  }
}

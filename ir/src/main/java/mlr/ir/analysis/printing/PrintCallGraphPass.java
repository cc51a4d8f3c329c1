package mlr.ir.analysis.printing;

import java.util.stream.Collectors;
import mlr.ir.Operation;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/** Remarks on the call graph, callees first: whom each function calls, whether all its callers are known, and with whom it is recursive. */
record PrintCallGraphPass() implements Pass {
  static final PassDefinition DEFINITION = PassDefinition.named("print-call-graph")
      .summary("Remark on who calls whom, callees first").anchor("builtin.module").creates(_ -> new PrintCallGraphPass());

  @Override
  public void run(Operation root, PassContext context) {
    var graph = context.analysis(AnalysisKind.CALL_GRAPH, root);
    for (var component : graph.components()) {
      for (var callable : component) {
        var callees = graph.calls(callable).stream().map(call -> ValueNames.of(graph.target(call).orElseThrow())).distinct().collect(Collectors.joining(", "));
        boolean recursive = component.size() > 1 || graph.calls(callable).stream().anyMatch(call -> graph.target(call).orElseThrow() == callable);
        var cycle = recursive ? "; recursive with " + component.stream().map(ValueNames::of).collect(Collectors.joining(", ")) : "";
        context.diagnostics().remark(callable.location(), ValueNames.of(callable) + " calls " + (callees.isEmpty() ? "nobody" : callees)
            + (graph.hasOnlyKnownCallers(callable) ? "; all callers known" : "; callers unknown") + cycle);
      }
    }
    context.changesNothing();
  }
}

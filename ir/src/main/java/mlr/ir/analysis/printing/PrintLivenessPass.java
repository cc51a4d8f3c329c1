package mlr.ir.analysis.printing;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/** Remarks, at the first operation of each block, which values are live before and after the block, in the order of their definitions. */
record PrintLivenessPass() implements Pass {
  static final PassDefinition DEFINITION = PassDefinition.named("print-liveness")
      .summary("Remark on the values that are live before and after each block").anchor("any").creates(_ -> new PrintLivenessPass());

  @Override
  public void run(Operation root, PassContext context) {
    var liveness = context.analysis(AnalysisKind.LIVENESS, root);
    Map<Value, Integer> order = new IdentityHashMap<>();
    root.walkPreOrder(op -> {
      op.results().forEach(result -> order.put(result, order.size()));
      op.regions().forEach(region -> region.blocks().forEach(block -> block.arguments().forEach(argument -> order.put(argument, order.size()))));
    });
    root.walkPreOrder(op -> op.regions().forEach(region -> region.blocks().forEach(block -> block.first().ifPresent(first -> {
      var in = liveness.liveIn(block);
      var out = liveness.liveOut(block);
      if (!in.isEmpty() || !out.isEmpty()) {
        context.diagnostics().remark(first.location(), "live in: " + text(in, order) + "; live out: " + text(out, order));
      }
    }))));
    context.changesNothing();
  }

  private static String text(Set<Value> values, Map<Value, Integer> order) {
    return values.isEmpty() ? "none" : values.stream().sorted(Comparator.comparing(value -> order.getOrDefault(value, -1)))
        .map(ValueNames::of).collect(Collectors.joining(", "));
  }
}

package mlr.ir.analysis.printing;

import java.util.stream.Collectors;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.analysis.DominatorTree;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/** Remarks, at each operation with several blocks, which block is the immediate dominator of each. */
record PrintDominancePass() implements Pass {
  static final PassDefinition DEFINITION = PassDefinition.named("print-dominance")
      .summary("Remark on the dominator tree of each region with several blocks").anchor("any").creates(_ -> new PrintDominancePass());

  @Override
  public void run(Operation root, PassContext context) {
    var dominance = context.analysis(AnalysisKind.DOMINANCE, root);
    root.walkPreOrder(op -> op.regions().stream().filter(region -> region.blocks().size() > 1).forEach(region ->
        context.diagnostics().remark(op.location(), "immediate dominators: " + tree(region, dominance.tree(region)))));
    context.changesNothing();
  }

  private static String tree(Region region, DominatorTree tree) {
    return region.blocks().stream().skip(1)
        .map(block -> ValueNames.of(block) + (tree.isReachable(block) ? " by " + ValueNames.of(tree.immediateDominator(block).orElseThrow()) : " unreachable"))
        .collect(Collectors.joining(", "));
  }
}

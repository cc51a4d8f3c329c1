package mlr.ir.analysis.printing;

import java.util.stream.Collectors;
import mlr.ir.Operation;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.analysis.LoopInfo;
import mlr.ir.interfaces.LoopLikeInterface;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/** Remarks on each natural loop, in the words of upstream's {@code test-cfg-loop-info}, and on the depth of each operation that is a loop. */
record PrintLoopInfoPass() implements Pass {
  static final PassDefinition DEFINITION = PassDefinition.named("print-loop-info")
      .summary("Remark on natural loops of blocks, and on the depth of operations that are loops").anchor("any").creates(_ -> new PrintLoopInfoPass());

  @Override
  public void run(Operation root, PassContext context) {
    var loops = context.analysis(AnalysisKind.LOOPS, root);
    for (var loop : loops.loops()) {
      context.diagnostics().remark(loop.header().first().orElse(root).location(), "loop at depth " + loop.depth() + " containing: " + text(loop));
    }
    root.walkPreOrder(op -> {
      if (op instanceof LoopLikeInterface) {
        context.diagnostics().remark(op.location(), "loop at depth " + (loops.depth(op) + 1));
      }
    });
    context.changesNothing();
  }

  private static String text(LoopInfo.Loop loop) {
    return loop.blocks().stream().map(block -> ValueNames.of(block) + (block == loop.header() ? "<header>" : "")
        + (loop.latches().contains(block) ? "<latch>" : "") + (loop.exiting().contains(block) ? "<exiting>" : "")).collect(Collectors.joining(", "));
  }
}

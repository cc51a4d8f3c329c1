package mlr.ir.analysis.printing;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.dataflow.IntegerRange;
import mlr.ir.dataflow.IntegerRangeAnalysis;
import mlr.ir.dataflow.SparseFacts;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.rewrite.ConstantFolding;

/**
 * Remarks on the integers whose range is smaller than their type's.
 *
 * <pre>{@code
 * %0 = arith.andi %x, %c7 : i32       ->   remark: result #0 is in [0, 7]
 * }</pre>
 */
record PrintIntRangesPass() implements Pass {
  static final PassDefinition DEFINITION = PassDefinition.named("print-int-ranges")
      .summary("Remark on integers whose range is smaller than their type's").anchor("any").creates(_ -> new PrintIntRangesPass());

  @Override
  public void run(Operation root, PassContext context) {
    var facts = IntegerRangeAnalysis.of(root, context.debug());
    root.walkPreOrder(op -> {
      if (op != root && op.previousInBlock().isEmpty()) {
        report(op, "argument", op.block().orElseThrow().arguments(), facts, context.diagnostics());
      }
      if (!ConstantFolding.isConstant(op)) {
        report(op, "result", op.results(), facts, context.diagnostics());
      }
    });
    context.changesNothing();
  }

  private static void report(Operation at, String kind, List<? extends Value> values, SparseFacts<IntegerRange> facts, DiagnosticEngine diagnostics) {
    for (int i = 0; i < values.size(); i++) {
      var range = facts.fact(values.get(i));
      if (!range.isEmpty() && !range.equals(IntegerRange.of(values.get(i).type()))) {
        diagnostics.remark(at.location(), kind + " #" + i + " is in " + range);
      }
    }
  }
}

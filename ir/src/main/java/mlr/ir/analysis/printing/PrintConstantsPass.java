package mlr.ir.analysis.printing;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.dataflow.ConstantAnalysis;
import mlr.ir.dataflow.ConstantFact;
import mlr.ir.dataflow.SparseFacts;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.rewrite.ConstantFolding;

/**
 * Remarks where {@link ConstantAnalysis} finds a constant, and where it finds that control never comes.
 *
 * <pre>{@code
 * %0 = arith.addi %c1, %c2 : i32      ->   remark: result #0 is always 3 : i32
 * }</pre>
 */
record PrintConstantsPass() implements Pass {
  static final PassDefinition DEFINITION = PassDefinition.named("print-constants")
      .summary("Remark on values that are always the same constant, and on blocks that are never entered").anchor("any")
      .creates(_ -> new PrintConstantsPass());

  @Override
  public void run(Operation root, PassContext context) {
    var facts = ConstantAnalysis.of(root, context.debug());
    root.walkPreOrder(op -> {
      if (op != root) {
        report(op, facts, context.diagnostics());
      }
    });
  }

  private static void report(Operation op, SparseFacts<ConstantFact> facts, DiagnosticEngine diagnostics) {
    var block = op.block().orElseThrow();
    boolean first = op.previousInBlock().isEmpty();
    if (!facts.isExecutable(block)) {
      if (first) {
        diagnostics.remark(op.location(), "control never comes here");
      }
      return;
    }
    if (first) {
      report(op, "argument", block.arguments(), facts, diagnostics);
    }
    if (!ConstantFolding.isConstant(op)) {
      report(op, "result", op.results(), facts, diagnostics);
    }
  }

  private static void report(Operation at, String kind, List<? extends Value> values, SparseFacts<ConstantFact> facts, DiagnosticEngine diagnostics) {
    for (int i = 0; i < values.size(); i++) {
      int number = i;
      facts.fact(values.get(i)).constant()
          .ifPresent(constant -> diagnostics.remark(at.location(), kind + " #" + number + " is always " + constant));
    }
  }
}

package mlr.ir.transforms;

import mlr.ir.Operation;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Common subexpression elimination: of equal operations without memory effects, the one that dominates the other stays.
 * Stateful operations are equal only within one region, where they share the instants and resets they live by.
 *
 * <pre>{@code
 * %0 = arith.addi %a, %b : i32
 * %1 = arith.addi %a, %b : i32        ->   %0 = arith.addi %a, %b : i32
 * %2 = arith.muli %0, %1 : i32             %1 = arith.muli %0, %0 : i32
 * }</pre>
 */
public record CsePass() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("cse").title("CSE")
      .summary("Eliminate common subexpressions")
      .anchor("any")
      .statistic("num-cse'd", "Number of operations CSE'd")
      .creates(new CsePass());

  @Override
  public void run(Operation op, PassContext context) {
    context.count("num-cse'd", CommonSubexpressions.eliminate(op, () -> context.analysis(AnalysisKind.DOMINANCE, op)));
  }
}

package mlr.ir.transforms;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;
import mlr.ir.rewrite.GreedyConfig;
import mlr.ir.rewrite.GreedyConfig.Choice;
import mlr.ir.rewrite.GreedyRewriter;

/**
 * Brings operations into canonical form: folds, evaluates on constants, applies the rewrites that operations declare,
 * and drops what nothing uses.
 *
 * <pre>{@code
 * %c2 = arith.constant 2 : i32
 * %c3 = arith.constant 3 : i32        ->   %c5 = arith.constant 5 : i32
 * %0 = arith.addi %c2, %c3 : i32           return %c5 : i32
 * return %0 : i32
 * }</pre>
 *
 * @param maxIterations sweeps over the IR after which it stops although something still changes; -1 for any number
 * @param maxRewrites pattern applications and folds after which it stops although something still changes; -1 for any number
 * @param topDown whether operations are visited in the order of the text, or else from its end
 * @param simplifyRegions whether blocks that can't be reached and cycles of values that nothing else uses are erased
 * @param testConvergence whether it is an error when something would still change after the last sweep
 * @param checkPatterns whether the IR is compared around each pattern
 */
public record CanonicalizePass(int maxIterations, long maxRewrites, boolean topDown, boolean simplifyRegions, boolean testConvergence, boolean checkPatterns) implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("canonicalize").title("Canonicalizer")
      .summary("Canonicalize operations: fold, evaluate on constants, apply their rewrites, drop dead ones")
      .anchor("any")
      .option("max-iterations", PassOption.Kind.INTEGER, "10", "Sweeps over the IR after which to stop; -1: any number")
      .option("max-num-rewrites", PassOption.Kind.INTEGER, "-1", "Rewrites after which to stop; -1: any number")
      .option("region-simplify", PassOption.Kind.STRING, "normal", "Whether to erase unreachable blocks and dead cycles: normal or disabled; aggressive is as normal")
      .option("top-down", PassOption.Kind.BOOLEAN, "true", "Visit operations in the order of the text; else from its end")
      .option("test-convergence", PassOption.Kind.BOOLEAN, "false", "Fail when something would still change after the last sweep")
      .option("check-patterns", PassOption.Kind.BOOLEAN, "false", "Compare the IR around each pattern, and stop at one whose answer is wrong")
      .creates(options -> new CanonicalizePass(Math.toIntExact(options.integer("max-iterations")), options.integer("max-num-rewrites"),
          options.bool("top-down"), simplifiesRegions(options.string("region-simplify")), options.bool("test-convergence"), options.bool("check-patterns")));

  private static boolean simplifiesRegions(String level) {
    return switch (level) {
      case "normal", "aggressive" -> true;
      case "disabled" -> false;
      default -> throw new IllegalArgumentException("region-simplify takes disabled, normal or aggressive, not '" + level + "'");
    };
  }

  @Override
  public void run(Operation op, PassContext context) {
    var config = GreedyConfig.DEFAULT.withMaxIterations(maxIterations).withMaxRewrites(maxRewrites).with(Choice.CANONICALIZE, true).with(Choice.TOP_DOWN, topDown)
        .with(Choice.SIMPLIFY_REGIONS, simplifyRegions).with(Choice.CHECK_PATTERNS, checkPatterns).withListener(context.listener());
    var result = GreedyRewriter.apply(op, List.of(), config, context.registry());
    if (testConvergence && !result.converged()) {
      context.diagnostics().error(op.location(), "'" + op.name() + "' is not in canonical form when the limits are reached; the last rewrites: "
          + String.join(", ", result.unsettled()));
    }
  }
}

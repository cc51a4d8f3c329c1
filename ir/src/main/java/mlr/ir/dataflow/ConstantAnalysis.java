package mlr.ir.dataflow;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.rewrite.ConstantFolding;

/**
 * Which values are constants, and which blocks are never entered because a condition is one; what sparse conditional constant
 * propagation needs. Undefined and poison results count as varying.
 *
 * <pre>{@code
 * SparseFacts<ConstantFact> facts = ConstantAnalysis.of(module, context.debug());
 * facts.fact(value).constant()        // the attribute that `value` always equals, if it does
 * facts.isExecutable(block)           // false: control never gets there
 * }</pre>
 */
public final class ConstantAnalysis implements SparseForwardAnalysis<ConstantFact> {
  /** Constants of everything in {@code root}, across calls of private functions when it is a module. */
  public static SparseFacts<ConstantFact> of(Operation root, DebugLog debug) {
    return SparseForwardSolver.solve(new ConstantAnalysis(), root, debug);
  }

  @Override
  public ConstantFact newBoundaryFact(Value value) {
    return ConstantFact.VARYING;
  }

  @Override
  public ConstantFact newInitialFact() {
    return ConstantFact.UNREACHED;
  }

  @Override
  public ConstantFact meet(ConstantFact a, ConstantFact b) {
    return a == ConstantFact.UNREACHED || a.equals(b) ? b : b == ConstantFact.UNREACHED ? a : ConstantFact.VARYING;
  }

  @Override
  public List<ConstantFact> transferNode(Operation op, List<ConstantFact> operands) {
    if (ConstantFolding.isConstant(op)) {
      return List.of(op.attribute("value").<ConstantFact>map(ConstantFact.Constant::new).orElse(ConstantFact.VARYING));
    }
    if (!op.regions().isEmpty() || !op.definition().isRegistered() || op.definition().hasTrait(Trait.STATEFUL)) {
      return varying(op);
    }
    if (operands.contains(ConstantFact.UNREACHED)) {
      return Collections.nCopies(op.resultCount(), ConstantFact.UNREACHED);
    }
    return ConstantFolding.fold(op, operands.stream().map(ConstantFact::constant).toList())
        .map(results -> results.stream().map(result -> fact(op, operands, result)).toList()).orElseGet(() -> varying(op));
  }

  private static List<ConstantFact> varying(Operation op) {
    return Collections.nCopies(op.resultCount(), ConstantFact.VARYING);
  }

  /** A fold to another value than an operand says nothing here: the operand's fact may still rise unseen. */
  private static ConstantFact fact(Operation op, List<ConstantFact> operands, FoldResult result) {
    return switch (result) {
      case FoldResult.Constant(var value) -> new ConstantFact.Constant(value);
      case FoldResult.Existing(var value) -> op.operands().contains(value) ? operands.get(op.operands().indexOf(value)) : ConstantFact.VARYING;
    };
  }

  @Override
  public Optional<Attribute> constant(Value value, ConstantFact fact) {
    return fact.constant();
  }
}

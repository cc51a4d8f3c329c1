package mlr.ir.dataflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.BlockArgument;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.interfaces.ArgumentRanges;
import mlr.ir.rewrite.ConstantFolding;
import mlr.ir.types.ShapedType;

/**
 * Between which bounds each integer lies, by the rules that operations declare; as upstream's analysis of that name. Ranges that keep growing
 * around a loop are widened to those of their types.
 */
public final class IntegerRangeAnalysis implements SparseForwardAnalysis<IntegerRange> {
  /** A constant of more elements than this is not looked through. */
  private static final long MOST_ELEMENTS = 4096;

  /** Ranges of everything in {@code root}, across calls of private functions when it is a module. */
  public static SparseFacts<IntegerRange> of(Operation root, DebugLog debug) {
    return SparseForwardSolver.solve(new IntegerRangeAnalysis(), root, debug);
  }

  @Override
  public IntegerRange newBoundaryFact(Value value) {
    return IntegerRange.of(value.type());
  }

  @Override
  public IntegerRange newInitialFact() {
    return IntegerRange.EMPTY;
  }

  @Override
  public IntegerRange meet(IntegerRange a, IntegerRange b) {
    return a.hull(b);
  }

  @Override
  public List<IntegerRange> transferNode(Operation op, List<IntegerRange> operands) {
    if (ConstantFolding.isConstant(op)) {
      return List.of(op.attribute("value").flatMap(IntegerRangeAnalysis::of).orElseGet(() -> IntegerRange.of(op.result(0).type())));
    }
    if (op.definition().ranges().isPresent() && op.resultCount() == 1) {
      return List.of(operands.stream().anyMatch(IntegerRange::isEmpty) ? IntegerRange.EMPTY : op.definition().range(op, operands).orElseThrow());
    }
    var results = new ArrayList<IntegerRange>();
    op.results().forEach(result -> results.add(IntegerRange.of(result.type())));
    return results;
  }

  @Override
  public IntegerRange argumentFact(Operation op, BlockArgument argument, List<IntegerRange> operands) {
    return op instanceof ArgumentRanges ranges ? ranges.argumentRange(argument, operands).orElseGet(() -> newBoundaryFact(argument)) : newBoundaryFact(argument);
  }

  /** A bound that has moved goes all the way. */
  @Override
  public IntegerRange widen(Value value, IntegerRange before, IntegerRange after) {
    var all = IntegerRange.of(value.type());
    return new IntegerRange(after.min() < before.min() ? all.min() : after.min(), after.max() > before.max() ? all.max() : after.max());
  }

  @Override
  public Optional<Attribute> constant(Value value, IntegerRange fact) {
    return fact.isSingle() && !(value.type() instanceof ShapedType) ? Optional.of(new IntegerAttr(value.type(), fact.min())) : Optional.empty();
  }

  private static Optional<IntegerRange> of(Attribute constant) {
    return switch (constant) {
      case IntegerAttr number -> Optional.of(IntegerRange.of(number.value()));
      case DenseElementsAttr elements when elements.type().elementCount() <= MOST_ELEMENTS && elements.type().elementCount() > 0
          && IntegerRange.of(elements.type()) != IntegerRange.ANY -> {
        var values = (TensorValue) RuntimeValues.of(elements);
        var range = IntegerRange.EMPTY;
        for (int i = 0; i < values.size(); i++) {
          range = range.hull(IntegerRange.of((Long) values.get(i)));
        }
        yield Optional.of(range);
      }
      default -> Optional.empty();
    };
  }
}

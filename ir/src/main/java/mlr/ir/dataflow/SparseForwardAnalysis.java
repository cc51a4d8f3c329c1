package mlr.ir.dataflow;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.BlockArgument;
import mlr.ir.Operation;
import mlr.ir.Value;

/**
 * What is known of each value from those before it, in methods on a lattice of facts named as in Tai-e's
 * {@code DataflowAnalysis}: boundary and initial facts, {@link #meet}, {@link #transferNode}, and {@link #widen} where facts may rise
 * without end. Facts are immutable and compared by {@code equals}. {@link SparseForwardSolver} carries them from operands to results,
 * through branches, regions and calls.
 *
 * @param <F> the facts
 */
public interface SparseForwardAnalysis<F> {
  /** The fact of a value that comes from where the analysis does not look. */
  F newBoundaryFact(Value value);

  /** The fact that every value starts with: the neutral element of {@link #meet}, that nothing has reached it yet. */
  F newInitialFact();

  /** What is known where two facts come together. */
  F meet(F a, F b);

  /** The facts of the results of an operation, monotone in those of its operands. Not asked about values that branches, regions or calls hand over. */
  List<F> transferNode(Operation op, List<F> operands);

  /**
   * The fact of an argument that an operation with regions gives a value of its own, as a loop does its induction variable; asked
   * again whenever a fact of an operand changes.
   */
  default F argumentFact(Operation op, BlockArgument argument, List<F> operands) {
    return newBoundaryFact(argument);
  }

  /** A fact above both, from where there are few steps to the top; {@code before} is what it has been for several visits. */
  default F widen(Value value, F before, F after) {
    return after;
  }

  /** The one constant that a value with this fact is, so that only the branches it chooses are followed. */
  default Optional<Attribute> constant(Value value, F fact) {
    return Optional.empty();
  }
}

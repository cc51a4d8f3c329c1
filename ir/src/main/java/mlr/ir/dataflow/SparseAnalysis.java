package mlr.ir.dataflow;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.BlockArgument;
import mlr.ir.Operation;
import mlr.ir.Value;

/**
 * What is known of each value, in five methods on a lattice of facts: the methods and names are those of Tai-e's
 * {@code DataflowAnalysis}. Facts are immutable and compared by {@code equals}. {@link SparseForwardSolver} carries them from
 * operands to results, {@link SparseBackwardSolver} from results to operands; both follow branches, regions and calls.
 *
 * @param <F> the facts
 */
public interface SparseAnalysis<F> {
  /** Whether facts go from operands to results. */
  boolean isForward();

  /** The fact of a value that comes from where the analysis does not look, or backward goes there. */
  F newBoundaryFact(Value value);

  /** The fact that every value starts with: the neutral element of {@link #meet}, that nothing has reached it yet. */
  F newInitialFact();

  /** What is known where two facts come together. */
  F meet(F a, F b);

  /**
   * What an operation makes of facts, monotonically. Not asked about values that branches, regions or calls hand over.
   *
   * @param in the facts of the operands, backward those of the results
   * @return the facts of the results, backward those of the operands
   */
  List<F> transferNode(Operation op, List<F> in);

  /**
   * The fact of an argument that an operation with regions gives a value of its own, as a loop does its induction variable; asked
   * again whenever a fact of an operand changes.
   */
  default F argumentFact(Operation op, BlockArgument argument, List<F> operands) {
    return newBoundaryFact(argument);
  }

  /** A fact above both that ends chains which rise without end; {@code before} is what it has been for several visits. */
  default F widen(F before, F after) {
    return after;
  }

  /** The one constant that a value with this fact is, so that only the branches it chooses are followed. */
  default Optional<Attribute> constant(F fact) {
    return Optional.empty();
  }
}

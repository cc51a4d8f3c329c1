package mlr.ir.dataflow;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;

/**
 * What is known at each point of the program of what comes after, in five methods on a lattice of facts. Facts are immutable and
 * compared by {@code equals}.
 *
 * @param <F> the facts
 */
public interface DenseBackwardAnalysis<F> {
  /** The fact where control leaves for where the analysis does not look. */
  F newBoundaryFact();

  /** The fact that every point starts with: the neutral element of {@link #meet}. */
  F newInitialFact();

  /** What is known where control may go on in two ways. */
  F meet(F a, F b);

  /** What is known before an operation, given what is after it. What its regions do has gone into {@code after} already. */
  F transferNode(Operation op, F after);

  /** What is known before values come into being at the head of a block, or as the results of an operation with regions. */
  F define(List<? extends Value> values, F after);
}

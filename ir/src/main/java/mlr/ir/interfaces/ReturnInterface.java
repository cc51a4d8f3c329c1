package mlr.ir.interfaces;

import mlr.ir.Block;
import mlr.ir.OperationState;

/** A terminator that leaves a callable with values. */
public interface ReturnInterface {
  /** What makes a branch that hands the same values to the arguments of {@code continuation}, for where the callable was inlined. */
  OperationState toBranch(Block continuation);
}

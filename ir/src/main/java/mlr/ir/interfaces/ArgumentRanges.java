package mlr.ir.interfaces;

import java.util.List;
import java.util.Optional;
import mlr.ir.BlockArgument;
import mlr.ir.dataflow.IntegerRange;

/** An operation that knows in what range the arguments are that it gives to its regions by itself, as a loop does of its counter. */
public interface ArgumentRanges {
  /** The range of an argument that no edge of control gives a value, given those of the operands. */
  Optional<IntegerRange> argumentRange(BlockArgument argument, List<IntegerRange> operands);
}

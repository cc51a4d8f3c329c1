package mlr.ir.dataflow;

import java.util.List;
import mlr.ir.Operation;

/** What an operation's declaration says of the range of its result; as upstream's {@code InferIntRangeInterface}. */
@FunctionalInterface
public interface RangeRule<T extends Operation> {
  /** The range of the single result, given those of the operands; none of them is empty. */
  IntegerRange infer(T op, List<IntegerRange> operands);
}

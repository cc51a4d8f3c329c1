package mlr.ir.dataflow;

import mlr.ir.Block;
import mlr.ir.Value;

/** What an analysis found out: a fact for each value. Valid until the IR changes. */
public interface SparseFacts<F> {
  /** The fact of a value; the initial one when nothing reaches it. */
  F fact(Value value);

  /** Whether control may get to {@code block}, by what the analysis knows of conditions. */
  boolean isExecutable(Block block);
}

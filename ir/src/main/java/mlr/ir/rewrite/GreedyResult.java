package mlr.ir.rewrite;

import java.util.List;

/**
 * What a greedy run did.
 *
 * @param changed whether anything changed
 * @param unsettled what the last allowed sweep still changed: names of patterns and folds, sorted; empty when there was nothing left to do
 */
public record GreedyResult(boolean changed, List<String> unsettled) {
  public GreedyResult {
    unsettled = List.copyOf(unsettled);
  }

  /** Whether the last sweep left nothing to change. */
  public boolean converged() {
    return unsettled.isEmpty();
  }
}

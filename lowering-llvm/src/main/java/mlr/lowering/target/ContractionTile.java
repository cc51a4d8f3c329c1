package mlr.lowering.target;

/**
 * The shape of loop in which LLVM makes the best code of a contraction for a target: {@code outputs} accumulators side by side,
 * each a chain of its own in index order; the loop over the contracted index unrolled {@code unroll} times; weights packed
 * {@code [outputs / tile][k][tile]} and loaded {@code stepsPerLoad} values of k at a time as one vector of
 * {@code outputs * stepsPerLoad}. The other operand is loaded as scalars, one for each k.
 *
 * @param outputs      accumulators side by side
 * @param unroll       values of the contracted index in one round of the loop
 * @param stepsPerLoad values of the contracted index whose weights one load brings; divides {@code unroll}
 */
public record ContractionTile(int outputs, int unroll, int stepsPerLoad) {
  public ContractionTile {
    if (outputs < 1 || stepsPerLoad < 1 || unroll % stepsPerLoad != 0) {
      throw new IllegalArgumentException(outputs + " outputs, " + unroll + " rounds, " + stepsPerLoad + " steps a load");
    }
  }
}

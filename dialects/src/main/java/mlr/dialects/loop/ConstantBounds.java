package mlr.dialects.loop;

import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.Integers;

/**
 * The bounds and step of a loop where all three are constants, the step is positive and no value of the induction variable,
 * the one behind the last iteration included, leaves its type.
 */
public record ConstantBounds(long lower, long upper, long step) {
  /** Those of {@code loop}, if they are such. */
  public static Optional<ConstantBounds> of(ForOp loop) {
    var lower = Constants.integer(ConstantOp.valueOf(loop.lowerBound()));
    var upper = Constants.integer(ConstantOp.valueOf(loop.upperBound()));
    var step = Constants.integer(ConstantOp.valueOf(loop.step()));
    if (lower.isEmpty() || upper.isEmpty() || step.isEmpty() || step.get() <= 0) {
      return Optional.empty();
    }
    boolean ends = upper.get() <= Integers.signedMax(Integers.width(loop.lowerBound().type())) - (step.get() - 1);
    boolean counts = lower.get() >= upper.get() || upper.get() - lower.get() > 0;
    return ends && counts ? Optional.of(new ConstantBounds(lower.get(), upper.get(), step.get())) : Optional.empty();
  }

  /** How often the body runs. */
  public long tripCount() {
    return lower >= upper ? 0 : (upper - lower - 1) / step + 1;
  }

  /** The induction variable of an iteration, counted from 0. */
  public long at(long iteration) {
    return lower + iteration * step;
  }
}

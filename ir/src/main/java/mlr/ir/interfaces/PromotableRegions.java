package mlr.ir.interfaces;

import java.util.List;
import mlr.ir.OpResult;
import mlr.ir.Value;

/** A structured operation that can carry one more value through its regions, as upstream's {@code PromotableRegionOpInterface}. */
public interface PromotableRegions {
  /**
   * Puts in this operation's place one with the same regions and one result more, the last. The terminators of the regions
   * still lack the value that they hand on, as their last operand.
   *
   * @param initial the value carried at first
   */
  Carried carry(Value initial);

  /**
   * What {@link #carry} made.
   *
   * @param entries the carried value at the entry of each region of {@code result}'s operation
   */
  record Carried(OpResult result, List<? extends Value> entries) {}
}

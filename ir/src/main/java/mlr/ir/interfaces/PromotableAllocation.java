package mlr.ir.interfaces;

import java.util.Optional;
import mlr.ir.OpBuilder;
import mlr.ir.Value;

/** An operation that allocates memory which may live in SSA values instead, as upstream's {@code PromotableAllocationOpInterface}. */
public interface PromotableAllocation {
  /** The memory it allocates, if that holds one value. */
  Optional<MemorySlot> promotableSlot();

  /** Creates what a load gives before anything was stored. */
  Value defaultValue(OpBuilder builder);
}

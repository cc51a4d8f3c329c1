package mlr.ir.interfaces;

import java.util.Optional;
import mlr.ir.Value;

/** A load or a store, as upstream's {@code PromotableMemOpInterface}. A load's only result is what it loads. */
public interface PromotableAccess {
  /** Whether all that this operation does with {@code slot} is to load or store its whole value. */
  boolean accessesOnly(MemorySlot slot);

  /** What is stored; empty for a load. */
  Optional<Value> storedValue();
}

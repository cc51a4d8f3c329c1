package mlr.ir.interfaces;

import java.util.Optional;
import java.util.Set;
import mlr.ir.definition.Effect;

/** An operation whose attributes decide what it does to memory, in place of what its definition says. */
public interface MemoryEffectInterface {
  /** The effects; empty when they are unknown. */
  Optional<Set<Effect>> memoryEffects();
}

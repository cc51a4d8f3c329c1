package mlr.ir.analysis;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Operation;
import mlr.ir.definition.Effect;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.interfaces.ConditionallySpeculatable;
import mlr.ir.interfaces.MemoryEffectInterface;

/** What operations do to memory, nested ones counted in where {@link Trait#RECURSIVE_EFFECTS} says so. */
public final class Effects {
  private static final Optional<Set<Effect>> NONE = Optional.of(Set.of());

  private Effects() {}

  /** The effects of executing {@code op}; empty when they are unknown. */
  public static Optional<Set<Effect>> of(Operation op) {
    var definition = op.definition();
    if (op instanceof MemoryEffectInterface itself) {
      return itself.memoryEffects();
    }
    if (!definition.hasTrait(Trait.RECURSIVE_EFFECTS)) {
      var effects = definition.effects();
      return effects.isPresent() ? effects : hasNoneByItsTraits(op) ? NONE : Optional.empty();
    }
    var all = EnumSet.noneOf(Effect.class);
    definition.effects().ifPresent(all::addAll);
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        for (var inner : block) {
          var effects = of(inner);
          if (effects.isEmpty()) {
            return Optional.empty();
          }
          all.addAll(effects.get());
        }
      }
    }
    return Optional.of(all);
  }

  /** Returning touches no memory, and what a stateful operation keeps between instants only its own result shows. */
  private static boolean hasNoneByItsTraits(Operation op) {
    var definition = op.definition();
    return definition.hasTrait(Trait.RETURN_LIKE)
        || definition.hasTrait(Trait.STATEFUL) && op.regions().isEmpty() && !(op instanceof CallInterface);
  }

  /** Whether executing {@code op} leaves memory alone; its result may still be undefined, as a division's is. */
  public static boolean isMemoryEffectFree(Operation op) {
    var effects = of(op);
    return effects.isPresent() && effects.get().isEmpty();
  }

  /**
   * Whether {@code op} may be executed where it was not before: no memory effect, no undefined behaviour whatever its operands
   * are, poison among them, and it ends; nested ones likewise.
   */
  public static boolean isPure(Operation op) {
    return isMemoryEffectFree(op) && isSpeculatable(op);
  }

  private static boolean isSpeculatable(Operation op) {
    var definition = op.definition();
    if (definition.hasTrait(Trait.PURE) || definition.hasTrait(Trait.RETURN_LIKE)) {
      return true;
    }
    boolean itself = op instanceof ConditionallySpeculatable some && some.isSpeculatable();
    return itself && (!definition.hasTrait(Trait.RECURSIVE_EFFECTS)
        || op.regions().stream().allMatch(region -> region.blocks().stream().allMatch(block -> block.operations().stream().allMatch(Effects::isSpeculatable))));
  }

  /** Whether {@code op} does nothing that anyone sees once its results are unused. */
  public static boolean wouldBeDeadIfUnused(Operation op) {
    var definition = op.definition();
    if (definition.isTerminator() || definition.hasTrait(Trait.SYMBOL)) {
      return false;
    }
    var effects = of(op);
    return effects.isPresent() && !effects.get().contains(Effect.WRITE) && !effects.get().contains(Effect.FREE);
  }

  /** Whether {@code op} can be erased: its results are unused and nothing else of it is seen. */
  public static boolean isTriviallyDead(Operation op) {
    return op.isUnused() && wouldBeDeadIfUnused(op);
  }
}

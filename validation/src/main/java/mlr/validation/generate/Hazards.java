package mlr.validation.generate;

import java.util.Set;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;

/** How often to use an operation: what is likely to end a run without results would leave nothing to compare. */
final class Hazards {
  private static final Set<String> FATAL = Set.of("llvm.intr.trap", "cf.assert", "llvm.unreachable", "llvm.inttoptr", "memref.dealloc");
  private static final Set<String> WITHOUT_VALUE = Set.of("llvm.mlir.poison", "llvm.mlir.undef", "llvm.mlir.zero");

  private Hazards() {}

  /** A weight above 0, at most 1. */
  static double weight(OpDefinition<?> definition) {
    if (FATAL.contains(definition.name()) || definition.effects().filter(all -> all.contains(Effect.FREE)).isPresent()) {
      return 0.02;
    }
    if (WITHOUT_VALUE.contains(definition.name())) {
      return 0.1;
    }
    // Undefined for some operands: neither pure nor about memory.
    boolean partial = !definition.hasTrait(Trait.PURE) && definition.effects().filter(Set::isEmpty).isPresent();
    return partial ? 0.3 : 1;
  }
}

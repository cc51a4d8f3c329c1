package mlr.ir.conversion;

import java.util.List;
import java.util.Optional;
import mlr.ir.OpBuilder;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.builtin.UnrealizedConversionCastOp;

/** Removes casts that cancel out or that nothing uses, and turns the others into real conversions where there are any. */
final class CastReconciliation {
  private CastReconciliation() {}

  /**
   * Works on all casts in {@code root}; those that the converter can't materialize stay. Returns whether any may be left.
   *
   * @param known what is known of them
   */
  static boolean run(Operation root, TypeConverter converter, ConversionCasts known) {
    var casts = root.collect(UnrealizedConversionCastOp.class);
    for (var cast : casts) {
      source(cast.operands(), cast.resultTypes()).ifPresent(cast::replaceAllUsesWith);
    }
    eraseUnused(casts);
    var live = casts.stream().filter(cast -> cast.block().isPresent()).toList();
    for (var cast : live) {
      converter.materialize(known.kind(cast), OpBuilder.before(cast), cast.resultTypes(), cast.operands(), cast.location())
          .ifPresent(cast::replaceAllUsesWith);
    }
    eraseUnused(live);
    return !live.isEmpty();
  }

  /** {@code values} themselves or, if they are all that comes out of a cast, what went into it, whichever has the given types first. */
  static Optional<List<Value>> source(List<Value> values, List<Type> types) {
    for (var at = values; ; ) {
      if (Value.haveTypes(at, types)) {
        return Optional.of(at);
      }
      var cast = at.isEmpty() ? Optional.<Operation>empty() : at.getFirst().definingOp();
      if (cast.isEmpty() || !(cast.get() instanceof UnrealizedConversionCastOp) || !(at.size() == 1 && cast.get().resultCount() == 1 || cast.get().results().equals(at))) {
        return Optional.empty();
      }
      at = cast.get().operands();
    }
  }

  /** {@code value} itself or what it was cast from, whichever has the type first. */
  static Optional<Value> source(Value value, Type type) {
    for (var at = value; ; ) {
      if (at.type().equals(type)) {
        return Optional.of(at);
      }
      if (!(at instanceof OpResult result && result.owner() instanceof UnrealizedConversionCastOp cast && cast.operandCount() == 1 && cast.resultCount() == 1)) {
        return Optional.empty();
      }
      at = cast.operand(0);
    }
  }

  /** Users of a cast may stand before it, in graph regions: until nothing more is unused. */
  private static void eraseUnused(List<UnrealizedConversionCastOp> casts) {
    boolean changed;
    do {
      changed = false;
      for (var cast : casts.reversed()) {
        if (cast.block().isPresent() && cast.isUnused()) {
          cast.erase();
          changed = true;
        }
      }
    } while (changed);
  }
}

package mlr.ir.conversion;

import java.util.List;
import java.util.Optional;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.builtin.UnrealizedConversionCastOp;

/** Removes casts that cancel out or that nothing uses, and turns the others into real conversions where there are any. */
public final class CastReconciliation {
  private CastReconciliation() {}

  /** Works on all casts of one value in {@code root}; those that the converter can't materialize stay. */
  public static void run(Operation root, TypeConverter converter) {
    var casts = root.collect(UnrealizedConversionCastOp.class);
    for (var cast : casts) {
      if (isSimple(cast)) {
        source(cast.operand(0), cast.result().type()).ifPresent(cast.result()::replaceAllUsesWith);
      }
    }
    eraseUnused(casts);
    var live = casts.stream().filter(cast -> cast.block().isPresent()).toList();
    for (var cast : live) {
      if (isSimple(cast)) {
        converter.materialize(OpBuilder.before(cast), cast.result().type(), cast.operand(0), cast.location()).ifPresent(cast.result()::replaceAllUsesWith);
      }
    }
    eraseUnused(live);
  }

  /** {@code value} itself or, if it comes out of casts, what went into them, whichever has the given type first. */
  static Optional<Value> source(Value value, Type type) {
    for (var at = value; ; ) {
      if (at.type().equals(type)) {
        return Optional.of(at);
      }
      var cast = at.definingOp().filter(op -> op instanceof UnrealizedConversionCastOp && isSimple(op));
      if (cast.isEmpty()) {
        return Optional.empty();
      }
      at = cast.get().operand(0);
    }
  }

  private static boolean isSimple(Operation cast) {
    return cast.operandCount() == 1 && cast.resultCount() == 1;
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

package mlr.frontend.emit;

import mlr.frontend.emit.Ops.FloatComparison;
import mlr.frontend.emit.Ops.IntegerComparison;
import mlr.frontend.types.Scalar;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.Value;

/** {@code f32(e)} and its kin: to an integer a conversion truncates and saturates, and NaN gives 0; a truth value counts as 0 or 1. */
record Conversions(Ops ops) {
  /** The value converted element by element. */
  Value emit(Value value, Scalar from, Scalar to, Location location) {
    if (from == to) {
      return value;
    }
    var type = Ops.withElement(value.type(), IrTypes.of(to));
    if (from == Scalar.BOOL) {
      return ops.create(to.isFloat() ? "arith.uitofp" : "arith.extui", location, type, value);
    }
    if (from.isFloat()) {
      return to.isFloat() ? floatToFloat(value, from, to, type, location) : floatToInteger(value, to, type, location);
    }
    return to.isFloat() ? ops.create(from.isUnsigned() ? "arith.uitofp" : "arith.sitofp", location, type, value)
        : integerToInteger(value, from, to, type, location);
  }

  private Value floatToFloat(Value value, Scalar from, Scalar to, Type type, Location location) {
    if (from.width() == to.width()) {
      return emit(emit(value, from, Scalar.F32, location), Scalar.F32, to, location);
    }
    return ops.create(to.width() > from.width() ? "arith.extf" : "arith.truncf", location, type, value);
  }

  private Value floatToInteger(Value value, Scalar to, Type type, Location location) {
    double limit = Math.scalb(1.0, to.isUnsigned() ? to.width() : to.width() - 1);
    var low = ops.compareFloats(FloatComparison.OLT, value, ops.real(to.isUnsigned() ? 0.0 : -limit, value.type(), location), location);
    var high = ops.compareFloats(FloatComparison.OGE, value, ops.real(limit, value.type(), location), location);
    var isNaN = ops.compareFloats(FloatComparison.UNE, value, value, location);
    var outside = ops.create("arith.ori", location, low.type(), ops.create("arith.ori", location, low.type(), low, high), isNaN);
    var safe = ops.select(outside, ops.zero(value.type(), location), value, location);
    var converted = ops.create(to.isUnsigned() ? "arith.fptoui" : "arith.fptosi", location, type, safe);
    var notTooLow = ops.select(low, ops.integer(minimum(to), type, location), converted, location);
    return ops.select(high, ops.integer(maximum(to), type, location), notTooLow, location);
  }

  private Value integerToInteger(Value value, Scalar from, Scalar to, Type type, Location location) {
    var limited = value;
    if (!from.isUnsigned() && (to.isUnsigned() || to.width() < from.width())) {
      limited = limit(limited, IntegerComparison.SLT, minimum(to), location);
    }
    // The greatest value of the target as the source reads it; wider targets need no upper limit.
    boolean narrower = to.isUnsigned() == from.isUnsigned() ? to.width() < from.width()
        : to.isUnsigned() ? to.width() < from.width() : to.width() <= from.width();
    if (narrower) {
      limited = limit(limited, from.isUnsigned() ? IntegerComparison.UGT : IntegerComparison.SGT, maximum(to), location);
    }
    if (to.width() == from.width()) {
      return limited;
    }
    return ops.create(to.width() < from.width() ? "arith.trunci" : from.isUnsigned() ? "arith.extui" : "arith.extsi", location, type, limited);
  }

  private Value limit(Value value, IntegerComparison beyond, long limit, Location location) {
    var bound = ops.integer(limit, value.type(), location);
    return ops.select(ops.compareIntegers(beyond, value, bound, location), bound, value, location);
  }

  private static long minimum(Scalar scalar) {
    return scalar.isUnsigned() ? 0 : -1L << scalar.width() - 1;
  }

  private static long maximum(Scalar scalar) {
    return scalar.isUnsigned() ? scalar.width() == 64 ? -1L : (1L << scalar.width()) - 1 : ~(-1L << scalar.width() - 1);
  }
}

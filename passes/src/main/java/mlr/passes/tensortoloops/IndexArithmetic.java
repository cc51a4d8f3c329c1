package mlr.passes.tensortoloops;

import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerArithmetic.MulIOp;
import mlr.dialects.arith.IntegerArithmetic.SubIOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;

/** Index arithmetic that leaves out what changes nothing, and computes on constants at once. */
record IndexArithmetic(OpBuilder builder, Location location) {
  Value constant(long value) {
    return LoopNest.index(value, location, builder);
  }

  /** {@code a + b}. */
  Value add(Value a, long b) {
    return b == 0 ? a : builder.create(AddIOp.DEFINITION, location, a, constant(b)).result();
  }

  /** {@code a + b}. */
  Value add(Value a, Value b) {
    return isConstant(a, 0) ? b : isConstant(b, 0) ? a : builder.create(AddIOp.DEFINITION, location, a, b).result();
  }

  /** {@code a * b}. */
  Value multiply(Value a, long b) {
    return b == 1 ? a : isConstant(a, 0) ? a : builder.create(MulIOp.DEFINITION, location, a, constant(b)).result();
  }

  /** {@code a - b}. */
  Value subtract(long a, Value b) {
    return builder.create(SubIOp.DEFINITION, location, constant(a), b).result();
  }

  private static boolean isConstant(Value value, long number) {
    return ConstantOp.valueOf(value).filter(a -> a instanceof IntegerAttr i && i.value() == number).isPresent();
  }
}

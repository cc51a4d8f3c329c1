package mlr.passes.reactivetosched;

import java.util.List;
import mlr.dialects.arith.BitArithmetic.XOrIOp;
import mlr.dialects.arith.CmpIOp;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.IntegerType;

/** The Boolean values that decide whether a sampled clock is present. */
final class Samplings {
  private Samplings() {}

  /** Whether one sampling lets its parent's instant through. */
  static Value holds(Step step, OpBuilder builder, Environment environment, Location location) {
    return equal(environment.get(step.condition()), step.value(), builder, location);
  }

  /** Whether {@code condition} equals {@code value}. */
  static Value equal(Value condition, long value, OpBuilder builder, Location location) {
    if (condition.type().equals(IntegerType.I1)) {
      if (value != 0) {
        return condition;
      }
      var one = builder.create(ConstantOp.of(IntegerAttr.TRUE, location)).result(0);
      return builder.create(XOrIOp.DEFINITION, location, condition, one).result();
    }
    var constant = builder.create(ConstantOp.integer(condition.type(), value, location)).result(0);
    return builder.create(CmpIOp.of(IntegerPredicate.EQ, condition, constant, location)).result(0);
  }

  /** {@code present} where the whole path holds, {@code absent} elsewhere; inner conditions are not looked at where an outer one fails. */
  static Value choose(List<Step> path, Value present, Value absent, OpBuilder builder, Environment environment, Location location) {
    var result = present;
    for (var step : path.reversed()) {
      var holds = holds(step, builder, environment, location);
      result = builder.create(SelectOp.DEFINITION, location, holds, result, absent).result();
    }
    return result;
  }
}

package mlr.passes.tensortoloops;

import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.FloatArithmetic.AddFOp;
import mlr.dialects.arith.FloatArithmetic.MulFOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerArithmetic.MulIOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.math.FmaOp;
import mlr.dialects.vector.FMAOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.types.FloatType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** One step of a contraction's chain, on numbers or lane by lane on vectors. */
record MultiplyAdd(List<String> unfused) {
  /** {@code a * b + sum}: for floats rounded once, or twice where the target has no fused instruction. */
  Value emit(Value a, Value b, Value sum, Location location, OpBuilder builder) {
    if (!(ShapedType.elementOrSelf(a.type()) instanceof FloatType format)) {
      return builder.create(AddIOp.DEFINITION, location, sum, builder.create(MulIOp.DEFINITION, location, a, b).result()).result();
    }
    if (unfused.contains(format.toString())) {
      return builder.create(AddFOp.DEFINITION, location, builder.create(MulFOp.DEFINITION, location, a, b).result(), sum).result();
    }
    return a.type() instanceof VectorType ? builder.create(FMAOp.DEFINITION, location, a, b, sum).result()
        : builder.create(FmaOp.DEFINITION, location, a, b, sum).result();
  }

  /** The start of a chain, +0.0 or 0, in every lane. */
  static Value zero(Type type, Location location, OpBuilder builder) {
    var value = ShapedType.elementOrSelf(type) instanceof FloatType ? Constants.ofFloat(type, 0) : Constants.ofInteger(type, 0);
    return builder.create(ConstantOp.of(value, location)).result();
  }
}

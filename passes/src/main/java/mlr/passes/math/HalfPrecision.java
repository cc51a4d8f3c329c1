package mlr.passes.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.FloatConversions.BitcastOp;
import mlr.dialects.arith.FloatConversions.ExtFOp;
import mlr.dialects.arith.FloatConversions.TruncFOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.func.CallOp;
import mlr.dialects.vector.FMAOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/**
 * Operations on formats of 16 bits: computed in f32 and rounded, with conversions in integer arithmetic. Left to LLVM, some targets
 * would call a library, others keep the excess precision between two operations.
 */
record HalfPrecision(ModuleOp module, MathLibraries libraries) {
  /** Whether an operation computes with a format of 16 bits. */
  static boolean isCandidate(Operation op) {
    boolean computes = op.dialect().equals("arith") || op.dialect().equals("math") || op instanceof FMAOp;
    return computes && !(op instanceof ConstantOp || op instanceof SelectOp || op instanceof BitcastOp)
        && (op.results().stream().anyMatch(value -> half(value.type()).isPresent()) || op.operands().stream().anyMatch(value -> half(value.type()).isPresent()));
  }

  private static Optional<FloatType> half(Type type) {
    return ShapedType.elementOrSelf(type) instanceof FloatType format && format.width() == 16 ? Optional.of(format) : Optional.empty();
  }

  /** Replaces a candidate, and returns the operation in f32 that took its place; none for a conversion. */
  Optional<Operation> expand(Operation op) {
    var builder = OpBuilder.before(op);
    var computed = switch (op) {
      case ExtFOp extension -> {
        replace(op, fromSingle(extend(extension.in(), builder, op.location()), op.result().type(), builder, op.location()));
        yield Optional.<Operation>empty();
      }
      case TruncFOp truncation -> {
        replace(op, narrow(truncation.in(), op.result().type(), builder, op.location()));
        yield Optional.<Operation>empty();
      }
      default -> {
        var wide = inSinglePrecision(op, builder);
        var result = wide.result();
        replace(op, half(op.result().type()).isPresent() ? narrow(result, op.result().type(), builder, op.location()) : result);
        yield Optional.of(wide);
      }
    };
    op.erase();
    return computed;
  }

  private static void replace(Operation op, Value value) {
    op.replaceAllUsesWith(List.of(value));
  }

  private Operation inSinglePrecision(Operation op, OpBuilder builder) {
    var operands = new ArrayList<Value>();
    for (var operand : op.operands()) {
      operands.add(half(operand.type()).isPresent() ? extend(operand, builder, op.location()) : operand);
    }
    var type = op.result().type();
    return builder.create(OperationState.of(op.definition(), op.location()).operands(operands)
        .result(half(type).isPresent() ? with(type, FloatType.F32) : type).attributes(op.attributes()));
  }

  private Value extend(Value value, OpBuilder builder, Location location) {
    var function = libraries.half("extend", half(value.type()).orElseThrow(), module);
    var bits = bitcast(value, IntegerType.I16, builder, location);
    return call(function, bits, FloatType.F32, builder, location);
  }

  private Value narrow(Value value, Type type, OpBuilder builder, Location location) {
    boolean wide = ShapedType.elementOrSelf(value.type()) == FloatType.F64;
    var function = libraries.half(wide ? "narrow_double" : "narrow", half(type).orElseThrow(), module);
    return bitcast(call(function, value, IntegerType.I16, builder, location), ShapedType.elementOrSelf(type), builder, location);
  }

  private static Value call(String function, Value value, Type result, OpBuilder builder, Location location) {
    return Lanes.map(List.of(value), result, lanes -> builder.create(CallOp.of(function, lanes, List.of(result), location)).result(), location, builder);
  }

  private static Value fromSingle(Value single, Type type, OpBuilder builder, Location location) {
    return single.type().equals(type) ? single : builder.create(ExtFOp.DEFINITION, location, List.of(single), List.of(type)).result();
  }

  private static Value bitcast(Value value, Type element, OpBuilder builder, Location location) {
    return builder.create(BitcastOp.DEFINITION, location, List.of(value), List.of(with(value.type(), element))).result();
  }

  private static Type with(Type type, Type element) {
    return type instanceof VectorType vector ? vector.with(vector.shape(), element) : element;
  }
}

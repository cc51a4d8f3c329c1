package mlr.passes.tensortoloops;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mlr.dialects.arith.CmpFOp;
import mlr.dialects.arith.CmpIOp;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.FloatArithmetic.AddFOp;
import mlr.dialects.arith.FloatArithmetic.MulFOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerArithmetic.MulIOp;
import mlr.dialects.arith.IntegerConversions.IndexCastOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.FloatPredicate;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.tensor.ReductionKind;
import mlr.dialects.tensor.Reductions.ReduceOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;

/** Loops that make one element of many, in row-major order. */
record ReductionLowering(ElementLowering elements) {

  /** The value of a reduction of all dimensions. */
  Value value(ReduceOp reduce, OpBuilder builder) {
    return reduced(reduce, List.of(), builder);
  }

  /** Stores a reduction of some dimensions. */
  void compute(ReduceOp reduce, Value target, OpBuilder builder) {
    LoopNest.over(((MemRefType) target.type()).shape(), reduce.location(), builder,
        (inner, kept) -> Elements.store(reduced(reduce, kept, inner), target, kept, reduce.location(), inner));
  }

  private Value reduced(ReduceOp reduce, List<Value> kept, OpBuilder builder) {
    var location = reduce.location();
    var type = type(reduce.input());
    var shape = reduce.axes().stream().map(axis -> type.shape().get(axis.intValue())).toList();
    return LoopNest.fold(shape, start(reduce, kept, builder), location, builder, (inner, indices, found) ->
        combine(reduce.kind(), found, elements.element(reduce.input(), whole(reduce, kept, indices), location, inner), location, inner));
  }

  /** The neutral element; for a minimum or maximum the first one, which changes nothing when it comes round again. */
  private Value start(ReduceOp reduce, List<Value> kept, OpBuilder builder) {
    var location = reduce.location();
    var type = type(reduce.input()).element();
    return switch (reduce.kind()) {
      case SUM -> MultiplyAdd.zero(type, location, builder);
      case PROD -> builder.create(ConstantOp.of(type instanceof FloatType ? Constants.ofFloat(type, 1) : Constants.ofInteger(type, 1), location)).result();
      case MIN, MAX, MINUI, MAXUI -> {
        var zero = LoopNest.index(0, location, builder);
        yield elements.element(reduce.input(), whole(reduce, kept, Collections.nCopies(reduce.axes().size(), zero)), location, builder);
      }
    };
  }

  /** Indices of the input from those of kept and of reduced dimensions. */
  private static List<Value> whole(ReduceOp reduce, List<Value> kept, List<Value> reduced) {
    var all = new ArrayList<>(kept);
    for (int i = 0; i < reduced.size(); i++) {
      all.add(reduce.axes().get(i).intValue(), reduced.get(i));
    }
    return all;
  }

  private static Value combine(ReductionKind kind, Value found, Value next, Location location, OpBuilder builder) {
    boolean isFloat = found.type() instanceof FloatType;
    return switch (kind) {
      case SUM -> binary(isFloat ? AddFOp.DEFINITION : AddIOp.DEFINITION, found, next, location, builder);
      case PROD -> binary(isFloat ? MulFOp.DEFINITION : MulIOp.DEFINITION, found, next, location, builder);
      case MIN -> choose(compare(FloatPredicate.OLT, IntegerPredicate.SLT, found, next, location, builder), found, next, location, builder);
      case MAX -> choose(compare(FloatPredicate.OGT, IntegerPredicate.SGT, found, next, location, builder), found, next, location, builder);
      case MINUI -> choose(builder.create(CmpIOp.of(IntegerPredicate.ULT, found, next, location)).result(), found, next, location, builder);
      case MAXUI -> choose(builder.create(CmpIOp.of(IntegerPredicate.UGT, found, next, location)).result(), found, next, location, builder);
    };
  }

  private static Value binary(OpDefinition<? extends Operation> definition, Value a, Value b, Location location, OpBuilder builder) {
    return builder.create(definition, location, a, b).result();
  }

  private static Value compare(FloatPredicate floats, IntegerPredicate integers, Value a, Value b, Location location, OpBuilder builder) {
    return builder.create(a.type() instanceof FloatType ? CmpFOp.of(floats, a, b, location) : CmpIOp.of(integers, a, b, location)).result();
  }

  private static Value choose(Value condition, Value a, Value b, Location location, OpBuilder builder) {
    return builder.create(SelectOp.DEFINITION, location, condition, a, b).result();
  }

  /** Where the greatest or smallest element of the vector that {@code op} takes stands, the first of equal ones. */
  Value position(Operation op, boolean greatest, OpBuilder builder) {
    var location = op.location();
    var vector = op.operand(0);
    var zero = LoopNest.index(0, location, builder);
    var first = elements.element(vector, List.of(zero), location, builder);
    var found = LoopNest.loop(1, type(vector).elementCount(), 1, List.of(first, zero), location, builder, (inner, index, carried) -> {
      var next = elements.element(vector, List.of(index), location, inner);
      var better = compare(greatest ? FloatPredicate.OGT : FloatPredicate.OLT, greatest ? IntegerPredicate.SGT : IntegerPredicate.SLT, next, carried.get(0), location, inner);
      return List.of(choose(better, next, carried.get(0), location, inner), choose(better, index, carried.get(1), location, inner));
    });
    return builder.create(IndexCastOp.DEFINITION, location, List.of(found.get(1)), List.<Type>of(IntegerType.I32)).result();
  }

  private static RankedTensorType type(Value tensor) {
    return (RankedTensorType) tensor.type();
  }
}

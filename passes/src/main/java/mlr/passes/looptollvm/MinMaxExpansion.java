package mlr.passes.looptollvm;

import java.util.List;
import java.util.Optional;
import mlr.dialects.arith.BitArithmetic.AndIOp;
import mlr.dialects.arith.BitArithmetic.OrIOp;
import mlr.dialects.arith.CmpFOp;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.FloatConversions.BitcastOp;
import mlr.dialects.arith.MinMax.MaxNumFOp;
import mlr.dialects.arith.MinMax.MaximumFOp;
import mlr.dialects.arith.MinMax.MinNumFOp;
import mlr.dialects.arith.MinMax.MinimumFOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.FloatPredicate;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/**
 * Minimum and maximum by comparison and selection: instructions differ in what they do with NaN and signed zeros, and
 * some targets call {@code fminf}.
 *
 * <pre>{@code
 *                                   %lt = arith.cmpf olt, %a, %b : f32
 *                                   %s  = arith.select %lt, %a, %b : f32
 *                                   %eq = arith.cmpf oeq, %a, %b : f32      // only zeros differ in bits
 * %m = arith.minnumf %a, %b   ->    %z  = the bits of %a or those of %b
 *                                   %t  = arith.select %eq, %z, %s : f32
 *                                   %n  = arith.cmpf uno, %b, %b : f32
 *                                   %m  = arith.select %n, %a, %t : f32
 * }</pre>
 */
record MinMaxExpansion(PatternRewriter rewriter, Location location) {
  /** The value that an operation of this family computes; empty for another operation. */
  static Optional<Value> of(Operation op, PatternRewriter rewriter) {
    var expansion = new MinMaxExpansion(rewriter, op.location());
    return switch (op) {
      case MinNumFOp min -> Optional.of(expansion.number(min, expansion.ordered(min, FloatPredicate.OLT)));
      case MaxNumFOp max -> Optional.of(expansion.number(max, expansion.ordered(max, FloatPredicate.OGT)));
      case MinimumFOp min -> Optional.of(expansion.propagateNaN(min, expansion.ordered(min, FloatPredicate.OLT)));
      case MaximumFOp max -> Optional.of(expansion.propagateNaN(max, expansion.ordered(max, FloatPredicate.OGT)));
      default -> Optional.empty();
    };
  }

  /** The one that the predicate prefers, the second when neither; -0 below +0. */
  private Value ordered(BinaryOp op, FloatPredicate predicate) {
    var preferred = select(compare(predicate, op.lhs(), op.rhs()), op.lhs(), op.rhs());
    var bits = integers(op.lhs().type());
    var a = bitcast(op.lhs(), bits);
    var b = bitcast(op.rhs(), bits);
    // Equal numbers have equal bits unless they are zeros: or gives -0, and gives +0.
    Value zero = predicate == FloatPredicate.OLT ? rewriter.create(OrIOp.DEFINITION, location, a, b).result() : rewriter.create(AndIOp.DEFINITION, location, a, b).result();
    return select(compare(FloatPredicate.OEQ, op.lhs(), op.rhs()), bitcast(zero, op.lhs().type()), preferred);
  }

  // A NaN on the left is never preferred.
  private Value number(BinaryOp op, Value ordered) {
    return select(compare(FloatPredicate.UNO, op.rhs(), op.rhs()), op.lhs(), ordered);
  }

  private Value propagateNaN(BinaryOp op, Value ordered) {
    var nan = rewriter.create(ConstantOp.floating(op.lhs().type(), Double.NaN, location)).result();
    return select(compare(FloatPredicate.UNO, op.lhs(), op.rhs()), nan, ordered);
  }

  private Value compare(FloatPredicate predicate, Value a, Value b) {
    return rewriter.create(CmpFOp.of(predicate, a, b, location)).result();
  }

  private Value select(Value condition, Value whenTrue, Value whenFalse) {
    return rewriter.create(SelectOp.DEFINITION, location, condition, whenTrue, whenFalse).result();
  }

  private Value bitcast(Value value, Type type) {
    return rewriter.create(BitcastOp.DEFINITION, location, List.of(value), List.of(type)).result();
  }

  private static Type integers(Type type) {
    var integer = IntegerType.signless(((FloatType) ShapedType.elementOrSelf(type)).width());
    return type instanceof ShapedType shaped ? shaped.with(shaped.shape(), integer) : integer;
  }
}

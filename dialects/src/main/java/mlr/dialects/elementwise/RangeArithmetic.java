package mlr.dialects.elementwise;

import java.util.List;
import java.util.function.LongBinaryOperator;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.dataflow.IntegerRange;
import mlr.ir.dataflow.RangeRule;

/**
 * The range of a result from those of the operands. Where a result may wrap around it is the whole range of its type, and always is on i1,
 * whose signed reading is not its value.
 */
public final class RangeArithmetic {
  private RangeArithmetic() {}

  public static final RangeRule<Operation> ADD = exact(Math::addExact);
  public static final RangeRule<Operation> SUBTRACT = exact(Math::subtractExact);
  public static final RangeRule<Operation> MULTIPLY = exact(Math::multiplyExact);
  public static final RangeRule<Operation> MIN_SIGNED = exact(Math::min);
  public static final RangeRule<Operation> MAX_SIGNED = exact(Math::max);
  public static final RangeRule<Operation> MIN_UNSIGNED = ofNonNegative(MIN_SIGNED);
  public static final RangeRule<Operation> MAX_UNSIGNED = ofNonNegative(MAX_SIGNED);
  public static final RangeRule<Operation> DIVIDE_SIGNED = byPositive(exact((a, b) -> a / b));
  public static final RangeRule<Operation> DIVIDE_UNSIGNED = ofNonNegative(DIVIDE_SIGNED);
  public static final RangeRule<Operation> FLOOR_DIVIDE = byPositive(exact(Math::floorDiv));
  public static final RangeRule<Operation> CEIL_DIVIDE = byPositive(exact(Math::ceilDiv));
  public static final RangeRule<Operation> CEIL_DIVIDE_UNSIGNED = ofNonNegative(CEIL_DIVIDE);
  public static final RangeRule<Operation> REMAINDER_SIGNED = byPositive((_, in) -> remainder(in.get(0), in.get(1)));
  public static final RangeRule<Operation> REMAINDER_UNSIGNED = ofNonNegative(REMAINDER_SIGNED);

  /** x & y is no greater than either that is not negative. */
  public static final RangeRule<Operation> AND = (op, in) -> {
    var a = in.get(0);
    var b = in.get(1);
    return a.isNonNegative() && b.isNonNegative() ? new IntegerRange(0, Math.min(a.max(), b.max()))
        : a.isNonNegative() ? new IntegerRange(0, a.max()) : b.isNonNegative() ? new IntegerRange(0, b.max()) : whole(op);
  };

  /** x | y and x ^ y have no bit above those of both. */
  public static final RangeRule<Operation> OR = (op, in) -> in.stream().allMatch(IntegerRange::isNonNegative)
      ? new IntegerRange(0, bits(Math.max(in.get(0).max(), in.get(1).max()))) : whole(op);

  /** By at most 63 bits; by as many as the width or more it is poison. */
  public static final RangeRule<Operation> SHIFT_RIGHT_SIGNED = (op, in) -> isShift(in.get(1)) ? corners(in.get(0), in.get(1), (a, b) -> a >> b) : whole(op);
  public static final RangeRule<Operation> SHIFT_RIGHT_UNSIGNED = (op, in) -> in.get(0).isNonNegative() ? SHIFT_RIGHT_SIGNED.infer(op, in) : whole(op);
  public static final RangeRule<Operation> SHIFT_LEFT = (op, in) -> in.get(1).isNonNegative() && in.get(1).max() < 62
      ? exact((a, b) -> Math.multiplyExact(a, 1L << b)).infer(op, in) : whole(op);

  public static final RangeRule<Operation> SELECT = (_, in) -> in.get(0).equals(IntegerRange.of(1)) ? in.get(1)
      : in.get(0).equals(IntegerRange.of(0)) ? in.get(2) : in.get(1).hull(in.get(2));

  /** The signed reading in a type of another width. */
  public static final RangeRule<Operation> SIGNED = (op, in) -> {
    var from = Integers.width(op.operand(0).type()) == 1 ? new IntegerRange(-in.get(0).max(), -in.get(0).min()) : in.get(0);
    return Integers.width(op.result(0).type()) > 1 && isKnown(op.operand(0).type()) && from.isWithin(IntegerRange.of(op.result(0).type())) ? from : whole(op);
  };

  /** The unsigned reading in a type of another width. */
  public static final RangeRule<Operation> UNSIGNED = (op, in) -> {
    int width = Integers.width(op.operand(0).type());
    var from = in.get(0).isNonNegative() ? in.get(0) : width < 63 ? new IntegerRange(0, (1L << width) - 1) : IntegerRange.ANY;
    return isKnown(op.operand(0).type()) && from.isWithin(IntegerRange.of(op.result(0).type())) ? from : whole(op);
  };

  /** The low bits. */
  public static final RangeRule<Operation> TRUNCATE = (op, in) -> isKnown(op.operand(0).type()) && in.get(0).isWithin(IntegerRange.of(op.result(0).type())) ? in.get(0) : whole(op);

  /** A comparison whose answer the ranges decide. */
  public static IntegerRange compare(IntegerPredicate predicate, Operation op, List<IntegerRange> in) {
    boolean readings = Integers.width(op.operand(0).type()) > 1 && isKnown(op.operand(0).type());
    var a = in.get(0);
    var b = in.get(1);
    return switch (predicate) {
      case EQ, NE -> a.max() < b.min() || b.max() < a.min() ? answer(predicate == IntegerPredicate.NE)
          : a.isSingle() && a.equals(b) ? answer(predicate == IntegerPredicate.EQ) : whole(op);
      case SLT -> readings ? less(a, b, op) : whole(op);
      case SGT -> readings ? less(b, a, op) : whole(op);
      case SGE -> readings ? not(less(a, b, op)) : whole(op);
      case SLE -> readings ? not(less(b, a, op)) : whole(op);
      case ULT -> a.isNonNegative() && b.isNonNegative() ? less(a, b, op) : whole(op);
      case UGT -> a.isNonNegative() && b.isNonNegative() ? less(b, a, op) : whole(op);
      case UGE -> a.isNonNegative() && b.isNonNegative() ? not(less(a, b, op)) : whole(op);
      case ULE -> a.isNonNegative() && b.isNonNegative() ? not(less(b, a, op)) : whole(op);
    };
  }

  private static IntegerRange less(IntegerRange a, IntegerRange b, Operation op) {
    return a.max() < b.min() ? answer(true) : a.min() >= b.max() ? answer(false) : whole(op);
  }

  private static IntegerRange not(IntegerRange answer) {
    return new IntegerRange(1 - answer.max(), 1 - answer.min());
  }

  private static IntegerRange answer(boolean holds) {
    return IntegerRange.of(holds ? 1 : 0);
  }

  /** A monotone operation: its extremes are at those of its operands. */
  private static RangeRule<Operation> exact(LongBinaryOperator operation) {
    return (op, in) -> {
      Type type = op.result(0).type();
      try {
        var range = corners(in.get(0), in.get(1), operation);
        return Integers.width(type) > 1 && isKnown(type) && range.isWithin(IntegerRange.of(type)) ? range : whole(op);
      } catch (ArithmeticException _) {
        return whole(op);
      }
    };
  }

  private static IntegerRange corners(IntegerRange a, IntegerRange b, LongBinaryOperator operation) {
    return IntegerRange.of(operation.applyAsLong(a.min(), b.min())).hull(IntegerRange.of(operation.applyAsLong(a.min(), b.max())))
        .hull(IntegerRange.of(operation.applyAsLong(a.max(), b.min()))).hull(IntegerRange.of(operation.applyAsLong(a.max(), b.max())));
  }

  private static IntegerRange remainder(IntegerRange a, IntegerRange b) {
    long most = b.max() - 1;
    return new IntegerRange(a.isNonNegative() ? 0 : Math.max(a.min(), -most), a.max() < 0 ? 0 : Math.min(a.max(), most));
  }

  private static RangeRule<Operation> ofNonNegative(RangeRule<Operation> rule) {
    return (op, in) -> in.stream().allMatch(IntegerRange::isNonNegative) ? rule.infer(op, in) : whole(op);
  }

  private static RangeRule<Operation> byPositive(RangeRule<Operation> rule) {
    return (op, in) -> in.get(1).min() > 0 && Integers.width(op.result(0).type()) > 1 ? rule.infer(op, in) : whole(op);
  }

  private static boolean isShift(IntegerRange amount) {
    return amount.isNonNegative() && amount.max() < 64;
  }

  /** Whether ranges of a type hold all its values: not beyond 64 bits. */
  private static boolean isKnown(Type type) {
    return Integers.width(type) <= 64;
  }

  private static long bits(long value) {
    return value == 0 ? 0 : Long.highestOneBit(value) * 2 - 1;
  }

  private static IntegerRange whole(Operation op) {
    return IntegerRange.of(op.result(0).type());
  }
}

package mlr.frontend.emit;

import java.util.List;
import mlr.frontend.emit.Ops.FloatComparison;
import mlr.frontend.emit.Ops.IntegerComparison;
import mlr.frontend.typed.ElementwiseOperator;
import mlr.frontend.types.Element;
import mlr.frontend.types.Scalar;
import mlr.ir.Location;
import mlr.ir.Value;

/**
 * Elementwise operators on operands that have been broadcast to one shape. Division and shifts are total in the language and partial in
 * {@code arith}, so they are guarded here (docs/language.md, section 1: x / 0 = x mod 0 = 0, MIN / -1 = MIN, a shift by the width or more
 * gives 0, or the sign for {@code asr}).
 */
record Arithmetic(Ops ops) {
  /** The value of {@code operator}; {@code element} is the element type of its operands. */
  Value emit(ElementwiseOperator operator, Element element, List<Value> operands, Location location) {
    var a = operands.getFirst();
    var b = operands.getLast();
    var type = a.type();
    boolean isFloat = element instanceof Scalar scalar && scalar.isFloat();
    boolean unsigned = element instanceof Scalar scalar && scalar.isUnsigned();
    return switch (operator) {
      case NEGATE -> isFloat ? ops.create("arith.negf", location, type, a)
          : ops.create("arith.subi", location, type, ops.integer(0, type, location), a);
      case NOT -> not(a, location);
      case ADD -> ops.create(isFloat ? "arith.addf" : "arith.addi", location, type, a, b);
      case SUBTRACT -> ops.create(isFloat ? "arith.subf" : "arith.subi", location, type, a, b);
      case MULTIPLY -> ops.create(isFloat ? "arith.mulf" : "arith.muli", location, type, a, b);
      case DIVIDE, DIV -> isFloat ? ops.create("arith.divf", location, type, a, b) : quotient(a, b, unsigned, location);
      case MODULO -> remainder(a, b, unsigned, location);
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_SIGNED -> shift(operator, (Scalar) element, a, b, location);
      case BIT_AND, AND -> ops.create("arith.andi", location, type, a, b);
      case BIT_OR, OR -> ops.create("arith.ori", location, type, a, b);
      case BIT_XOR, XOR -> ops.create("arith.xori", location, type, a, b);
      case IMPLIES -> ops.create("arith.ori", location, type, not(a, location), b);
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> compare(operator, isFloat, unsigned, a, b, location);
      case MIN -> ops.select(compare(ElementwiseOperator.LESS, isFloat, unsigned, a, b, location), a, b, location);
      case MAX -> ops.select(compare(ElementwiseOperator.GREATER, isFloat, unsigned, a, b, location), a, b, location);
      case RELU -> {
        var zero = ops.zero(type, location);
        yield ops.select(compare(ElementwiseOperator.GREATER, isFloat, unsigned, a, zero, location), a, zero, location);
      }
      case CLIP -> {
        var raised = emit(ElementwiseOperator.MAX, element, List.of(a, operands.get(1)), location);
        yield emit(ElementwiseOperator.MIN, element, List.of(raised, b), location);
      }
      case ABS -> {
        if (isFloat) {
          yield ops.create("math.absf", location, type, a);
        }
        var zero = ops.integer(0, type, location);
        yield unsigned ? a : ops.select(ops.compareIntegers(IntegerComparison.SLT, a, zero, location),
            ops.create("arith.subi", location, type, zero, a), a, location);
      }
      case SIGMOID -> {
        var one = ops.real(1.0, type, location);
        var exponential = ops.create("math.exp", location, type, ops.create("arith.negf", location, type, a));
        yield ops.create("arith.divf", location, type, one, ops.create("arith.addf", location, type, one, exponential));
      }
      case POW -> ops.create("math.powf", location, type, a, b);
      case ATAN2 -> ops.create("math.atan2", location, type, a, b);
      case ROUND -> ops.create("math.roundeven", location, type, a);
      case EXP, LOG, SQRT, SIN, COS, TAN, ASIN, ACOS, ATAN, TANH, FLOOR, CEIL ->
          ops.create("math." + operator.spelling(), location, type, a);
    };
  }

  private Value not(Value a, Location location) {
    return ops.create("arith.xori", location, a.type(), a, ops.integer(1, a.type(), location));
  }

  private Value compare(ElementwiseOperator operator, boolean isFloat, boolean unsigned, Value a, Value b, Location location) {
    if (isFloat) {
      return ops.compareFloats(switch (operator) {
        case EQUAL -> FloatComparison.OEQ;
        case NOT_EQUAL -> FloatComparison.UNE;
        case LESS -> FloatComparison.OLT;
        case LESS_EQUAL -> FloatComparison.OLE;
        case GREATER -> FloatComparison.OGT;
        default -> FloatComparison.OGE;
      }, a, b, location);
    }
    return ops.compareIntegers(switch (operator) {
      case EQUAL -> IntegerComparison.EQ;
      case NOT_EQUAL -> IntegerComparison.NE;
      case LESS -> unsigned ? IntegerComparison.ULT : IntegerComparison.SLT;
      case LESS_EQUAL -> unsigned ? IntegerComparison.ULE : IntegerComparison.SLE;
      case GREATER -> unsigned ? IntegerComparison.UGT : IntegerComparison.SGT;
      default -> unsigned ? IntegerComparison.UGE : IntegerComparison.SGE;
    }, a, b, location);
  }

  private Value quotient(Value a, Value b, boolean unsigned, Location location) {
    var type = a.type();
    var zero = ops.integer(0, type, location);
    var byZero = ops.compareIntegers(IntegerComparison.EQ, b, zero, location);
    if (unsigned) {
      var quotient = ops.create("arith.divui", location, type, a, ops.select(byZero, ops.integer(1, type, location), b, location));
      return ops.select(byZero, zero, quotient, location);
    }
    var byMinusOne = ops.compareIntegers(IntegerComparison.EQ, b, ops.integer(-1, type, location), location);
    var quotient = ops.create("arith.divsi", location, type, a, guarded(byZero, byMinusOne, b, location));
    var negated = ops.create("arith.subi", location, type, zero, a);
    return ops.select(byZero, zero, ops.select(byMinusOne, negated, quotient, location), location);
  }

  // A remainder by 1 is 0, which is what the language wants for divisors 0 and -1.
  private Value remainder(Value a, Value b, boolean unsigned, Location location) {
    var type = a.type();
    var byZero = ops.compareIntegers(IntegerComparison.EQ, b, ops.integer(0, type, location), location);
    if (unsigned) {
      return ops.create("arith.remui", location, type, a, ops.select(byZero, ops.integer(1, type, location), b, location));
    }
    var byMinusOne = ops.compareIntegers(IntegerComparison.EQ, b, ops.integer(-1, type, location), location);
    return ops.create("arith.remsi", location, type, a, guarded(byZero, byMinusOne, b, location));
  }

  private Value guarded(Value byZero, Value byMinusOne, Value divisor, Location location) {
    var special = ops.create("arith.ori", location, byZero.type(), byZero, byMinusOne);
    return ops.select(special, ops.integer(1, divisor.type(), location), divisor, location);
  }

  private Value shift(ElementwiseOperator operator, Scalar scalar, Value a, Value amount, Location location) {
    var type = a.type();
    var inRange = ops.compareIntegers(IntegerComparison.ULT, amount, ops.integer(scalar.width(), type, location), location);
    if (operator == ElementwiseOperator.SHIFT_RIGHT_SIGNED) {
      var limited = ops.select(inRange, amount, ops.integer(scalar.width() - 1, type, location), location);
      return ops.create("arith.shrsi", location, type, a, limited);
    }
    var zero = ops.integer(0, type, location);
    var shifted = ops.create(operator == ElementwiseOperator.SHIFT_LEFT ? "arith.shli" : "arith.shrui", location, type, a,
        ops.select(inRange, amount, zero, location));
    return ops.select(inRange, shifted, zero, location);
  }
}

package mlr.ir.attributes.affine;

import java.math.BigInteger;
import java.util.OptionalLong;
import mlr.ir.attributes.AffineExpr;
import mlr.ir.attributes.AffineExpr.Binary;
import mlr.ir.attributes.AffineExpr.Constant;
import mlr.ir.attributes.AffineExpr.Operator;

/**
 * Upstream's normal form of affine expressions: constants folded and to the right, sums of multiples of one expression collected,
 * divisions and remainders of multiples taken out. What would overflow, or divide by less than one, stays as it is written.
 */
public final class AffineSimplification {
  private AffineSimplification() {}

  /** {@code left + right}. */
  public static AffineExpr add(AffineExpr left, AffineExpr right) {
    if (left instanceof Constant a && right instanceof Constant b) {
      return folded(Operator.ADD, a, b);
    }
    // c + x = x + c, and s + d = d + s
    if (left instanceof Constant || left.isSymbolic() && !right.isSymbolic()) {
      return add(right, left);
    }
    // x + 0 = x
    if (right.equals(new Constant(0))) {
      return left;
    }
    // (x + c) + d = x + (c + d)
    if (left instanceof Binary(Operator operator, AffineExpr x, Constant c) && operator == Operator.ADD && right instanceof Constant d) {
      return add(x, add(c, d));
    }
    // x * c + x * d = x * (c + d)
    var first = Multiple.of(left);
    var second = Multiple.of(right);
    if (first.of().equals(second.of())) {
      return multiply(first.of(), new Constant(first.factor() + second.factor()));
    }
    // (x + c) + y = (x + y) + c
    if (left instanceof Binary(Operator operator, AffineExpr x, Constant c) && operator == Operator.ADD) {
      return add(add(x, right), c);
    }
    return remainder(left, right) ? divide(Operator.MODULO, left, divisor(right)) : new Binary(Operator.ADD, left, right);
  }

  /** An expression as a constant multiple of another. */
  private record Multiple(AffineExpr of, long factor) {
    static Multiple of(AffineExpr expr) {
      return expr instanceof Binary(Operator operator, AffineExpr x, Constant c) && operator == Operator.MULTIPLY
          ? new Multiple(x, c.value()) : new Multiple(expr, 1);
    }
  }

  // x + (x floordiv q) * -q = x mod q, and x + ((x floordiv q) * q) * -1 = x mod q for a symbolic q
  private static boolean remainder(AffineExpr left, AffineExpr right) {
    return right instanceof Binary(Operator operator, AffineExpr quotient, AffineExpr _) && operator == Operator.MULTIPLY && switch (quotient) {
      case Binary(Operator inner, AffineExpr x, AffineExpr q) when inner == Operator.FLOOR_DIVIDE ->
          x.equals(left) && negated(((Binary) right).right()).equals(q);
      case Binary(Operator inner, Binary(Operator division, AffineExpr x, AffineExpr q), AffineExpr factor)
          when inner == Operator.MULTIPLY && division == Operator.FLOOR_DIVIDE ->
          ((Binary) right).right().equals(new Constant(-1)) && factor.equals(q) && x.equals(left);
      default -> false;
    };
  }

  private static AffineExpr divisor(AffineExpr product) {
    var quotient = (Binary) ((Binary) product).left();
    return quotient.right();
  }

  private static AffineExpr negated(AffineExpr expr) {
    return multiply(expr, new Constant(-1));
  }

  /** {@code left * right}, one of which is symbolic. */
  public static AffineExpr multiply(AffineExpr left, AffineExpr right) {
    if (left instanceof Constant a && right instanceof Constant b) {
      return folded(Operator.MULTIPLY, a, b);
    }
    // c * x = x * c, and s * d = d * s
    if (left instanceof Constant || !right.isSymbolic()) {
      return multiply(right, left);
    }
    // x * 1 = x
    if (right.equals(new Constant(1))) {
      return left;
    }
    // x * 0 = 0
    if (right.equals(new Constant(0))) {
      return right;
    }
    if (left instanceof Binary(Operator operator, AffineExpr x, Constant c) && operator == Operator.MULTIPLY) {
      // (x * c) * d = x * (c * d), (x * c) * y = (x * y) * c
      return right instanceof Constant d ? multiply(x, multiply(c, d)) : multiply(multiply(x, right), c);
    }
    return new Binary(Operator.MULTIPLY, left, right);
  }

  /** {@code left operator right} for a division or the modulo. */
  public static AffineExpr divide(Operator operator, AffineExpr left, AffineExpr right) {
    if (!(right instanceof Constant c) || c.value() < 1) {
      return new Binary(operator, left, right);
    }
    if (left instanceof Constant a) {
      return folded(operator, a, c);
    }
    return operator == Operator.MODULO ? modulo(left, c) : quotient(operator, left, c);
  }

  private static AffineExpr quotient(Operator operator, AffineExpr left, Constant divisor) {
    long d = divisor.value();
    // x / 1 = x
    if (d == 1) {
      return left;
    }
    // (x * c) / d = x * (c / d) where d divides c
    if (left instanceof Binary(Operator inner, AffineExpr x, Constant c) && inner == Operator.MULTIPLY && c.value() % d == 0) {
      return multiply(x, new Constant(c.value() / d));
    }
    // (x + y) floordiv d = x floordiv d + y floordiv d where d divides x or y
    if (operator == Operator.FLOOR_DIVIDE && left instanceof Binary(Operator inner, AffineExpr x, AffineExpr y) && inner == Operator.ADD
        && (knownDivisor(x) % d == 0 || knownDivisor(y) % d == 0)) {
      return add(divide(operator, x, divisor), divide(operator, y, divisor));
    }
    return new Binary(operator, left, divisor);
  }

  private static AffineExpr modulo(AffineExpr left, Constant divisor) {
    long d = divisor.value();
    // x mod d = 0 where d divides x
    if (knownDivisor(left) % d == 0) {
      return new Constant(0);
    }
    return switch (left) {
      // (x + y) mod d = y mod d where d divides x, and the other way round
      case Binary(Operator inner, AffineExpr x, AffineExpr y) when inner == Operator.ADD && knownDivisor(x) % d == 0 -> divide(Operator.MODULO, y, divisor);
      case Binary(Operator inner, AffineExpr x, AffineExpr y) when inner == Operator.ADD && knownDivisor(y) % d == 0 -> divide(Operator.MODULO, x, divisor);
      // (x mod c) mod d = x mod d where d divides c
      case Binary(Operator inner, AffineExpr x, Constant c) when inner == Operator.MODULO && c.value() >= 1 && c.value() % d == 0 ->
          divide(Operator.MODULO, x, divisor);
      default -> new Binary(Operator.MODULO, left, divisor);
    };
  }

  /** A number that is known to divide the expression, as large as a look at it tells. */
  private static long knownDivisor(AffineExpr expr) {
    return switch (expr) {
      case AffineExpr.Dimension _, AffineExpr.Symbol _ -> 1;
      case Constant c -> Math.abs(c.value());
      case Binary b -> {
        long left = knownDivisor(b.left());
        yield switch (b.operator()) {
          case MULTIPLY -> left * knownDivisor(b.right());
          case FLOOR_DIVIDE, CEIL_DIVIDE -> b.right() instanceof Constant c && c.value() != 0 && left % c.value() == 0 ? Math.abs(left / c.value()) : 1;
          case ADD, MODULO -> BigInteger.valueOf(left).gcd(BigInteger.valueOf(knownDivisor(b.right()))).longValue();
        };
      }
    };
  }

  private static AffineExpr folded(Operator operator, Constant left, Constant right) {
    var whole = new Binary(operator, left, right);
    var value = switch (operator) {
      case ADD -> exact(BigInteger.valueOf(left.value()).add(BigInteger.valueOf(right.value())));
      case MULTIPLY -> exact(BigInteger.valueOf(left.value()).multiply(BigInteger.valueOf(right.value())));
      default -> OptionalLong.of(whole.evaluate(new long[0], new long[0]));
    };
    return value.isPresent() ? new Constant(value.getAsLong()) : whole;
  }

  private static OptionalLong exact(BigInteger value) {
    return value.bitLength() < 64 ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
  }
}

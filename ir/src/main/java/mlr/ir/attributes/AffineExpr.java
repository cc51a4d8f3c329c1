package mlr.ir.attributes;

import mlr.ir.attributes.affine.AffineSimplification;

/** An affine expression over dimensions {@code d0…} and symbols {@code s0…}, as in upstream's affine maps. */
public sealed interface AffineExpr {
  record Dimension(int position) implements AffineExpr {
    @Override
    public String toString() {
      return "d" + position;
    }
  }

  record Symbol(int position) implements AffineExpr {
    @Override
    public String toString() {
      return "s" + position;
    }
  }

  record Constant(long value) implements AffineExpr {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** The binary operators, with their spelling. */
  enum Operator {
    ADD("+"), MULTIPLY("*"), FLOOR_DIVIDE("floordiv"), CEIL_DIVIDE("ceildiv"), MODULO("mod");

    private final String spelling;

    Operator(String spelling) {
      this.spelling = spelling;
    }

    public String spelling() {
      return spelling;
    }
  }

  record Binary(Operator operator, AffineExpr left, AffineExpr right) implements AffineExpr {
    @Override
    public String toString() {
      return text(this, false);
    }
  }

  // In upstream's spelling: "a - b" for a + b * -1, "-a" for a * -1; everything but a sum in the operand of a product stands in parentheses.
  private static String text(AffineExpr expr, boolean tight) {
    if (!(expr instanceof Binary binary)) {
      return expr.toString();
    }
    var bare = binary.operator() == Operator.ADD ? sum(binary) : product(binary);
    return tight ? "(" + bare + ")" : bare;
  }

  private static String product(Binary product) {
    if (product.operator() == Operator.MULTIPLY && product.right().equals(new Constant(-1))) {
      return "-" + text(product.left(), true);
    }
    return text(product.left(), true) + " " + product.operator().spelling() + " " + text(product.right(), true);
  }

  private static String sum(Binary sum) {
    var left = text(sum.left(), false);
    return left + switch (sum.right()) {
      case Constant c when c.value() < 0 -> " - " + Long.toUnsignedString(-c.value());
      case Binary(Operator operator, AffineExpr x, Constant c) when operator == Operator.MULTIPLY && c.value() == -1 ->
          " - " + text(x, x instanceof Binary b && b.operator() == Operator.ADD);
      case Binary(Operator operator, AffineExpr x, Constant c) when operator == Operator.MULTIPLY && c.value() < -1 ->
          " - " + text(x, true) + " * " + Long.toUnsignedString(-c.value());
      default -> " + " + text(sum.right(), false);
    };
  }

  /** The value for given dimensions and symbols; division and modulo round toward minus infinity. */
  default long evaluate(long[] dimensions, long[] symbols) {
    return switch (this) {
      case Dimension d -> dimensions[d.position()];
      case Symbol s -> symbols[s.position()];
      case Constant c -> c.value();
      case Binary b -> {
        long left = b.left().evaluate(dimensions, symbols);
        long right = b.right().evaluate(dimensions, symbols);
        yield switch (b.operator()) {
          case ADD -> left + right;
          case MULTIPLY -> left * right;
          case FLOOR_DIVIDE -> Math.floorDiv(left, right);
          case CEIL_DIVIDE -> Math.ceilDiv(left, right);
          case MODULO -> Math.floorMod(left, right);
        };
      }
    };
  }

  /** Whether no dimension occurs. */
  default boolean isSymbolic() {
    return switch (this) {
      case Constant _, Symbol _ -> true;
      case Dimension _ -> false;
      case Binary b -> b.left().isSymbolic() && b.right().isSymbolic();
    };
  }

  /** {@code left + right} in upstream's normal form: constants folded and to the right. */
  static AffineExpr add(AffineExpr left, AffineExpr right) {
    return AffineSimplification.add(left, right);
  }

  /** {@code left - right} in normal form. */
  static AffineExpr subtract(AffineExpr left, AffineExpr right) {
    return add(left, multiply(right, new Constant(-1)));
  }

  /** {@code left * right} in normal form; one of them is symbolic. */
  static AffineExpr multiply(AffineExpr left, AffineExpr right) {
    return AffineSimplification.multiply(left, right);
  }

  /** A division or modulo in normal form. */
  static AffineExpr divide(Operator operator, AffineExpr left, AffineExpr right) {
    return AffineSimplification.divide(operator, left, right);
  }
}

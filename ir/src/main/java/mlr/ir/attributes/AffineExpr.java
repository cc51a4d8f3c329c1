package mlr.ir.attributes;

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
      if (operator == Operator.ADD && right instanceof Constant c && c.value() < 0) {
        return left + " - " + -c.value();
      }
      if (operator == Operator.ADD && right instanceof Binary b && b.operator() == Operator.MULTIPLY && b.right() instanceof Constant c && c.value() == -1) {
        return left + " - " + operandText(b.left());
      }
      if (operator == Operator.MULTIPLY && right instanceof Constant c && c.value() == -1) {
        return "-" + operandText(left);
      }
      return operandText(left) + " " + operator.spelling() + " " + operandText(right);
    }

    private String operandText(AffineExpr expr) {
      boolean bare = !(expr instanceof Binary b) || (operator == Operator.ADD);
      return bare ? expr.toString() : "(" + expr + ")";
    }
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
    return switch (left) {
      case Constant a when right instanceof Constant b -> new Constant(a.value() + b.value());
      // c + x = x + c
      case Constant a -> add(right, a);
      // x + 0 = x
      case AffineExpr _ when right.equals(new Constant(0)) -> left;
      // (x + c) + d = x + (c + d)
      case Binary(Operator operator, AffineExpr x, Constant c) when operator == Operator.ADD && right instanceof Constant d ->
          add(x, new Constant(c.value() + d.value()));
      // (x + c) + y = (x + y) + c
      case Binary(Operator operator, AffineExpr x, Constant c) when operator == Operator.ADD -> add(add(x, right), c);
      default -> new Binary(Operator.ADD, left, right);
    };
  }

  /** {@code left * right} in normal form. */
  static AffineExpr multiply(AffineExpr left, AffineExpr right) {
    return switch (left) {
      case Constant a when right instanceof Constant b -> new Constant(a.value() * b.value());
      // c * x = x * c, and so for symbols
      case AffineExpr a when a.isSymbolic() && !right.isSymbolic() || a instanceof Constant -> multiply(right, a);
      // x * 1 = x
      case AffineExpr _ when right.equals(new Constant(1)) -> left;
      // x * 0 = 0
      case AffineExpr _ when right.equals(new Constant(0)) -> right;
      // (x * c) * d = x * (c * d)
      case Binary(Operator operator, AffineExpr x, Constant c) when operator == Operator.MULTIPLY && right instanceof Constant d ->
          multiply(x, new Constant(c.value() * d.value()));
      default -> new Binary(Operator.MULTIPLY, left, right);
    };
  }

  /** A division or modulo in normal form. */
  static AffineExpr divide(Operator operator, AffineExpr left, AffineExpr right) {
    if (right instanceof Constant && left instanceof Constant) {
      return new Constant(new Binary(operator, left, right).evaluate(new long[0], new long[0]));
    }
    if (right.equals(new Constant(1))) {
      // x floordiv 1 = x, x mod 1 = 0
      return operator == Operator.MODULO ? new Constant(0) : left;
    }
    return new Binary(operator, left, right);
  }
}

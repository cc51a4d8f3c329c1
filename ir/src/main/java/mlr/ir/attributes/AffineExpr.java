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
}

package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import mlr.ir.Location;
import mlr.ir.attributes.AffineExpr;
import mlr.ir.attributes.AffineExpr.Binary;
import mlr.ir.attributes.AffineExpr.Constant;
import mlr.ir.attributes.AffineExpr.Operator;
import mlr.ir.attributes.AffineMapAttr;
import mlr.ir.text.Spelling;

/** Reads affine maps; expressions are brought into upstream's normal form: constants folded and to the right, no {@code + 0}, no {@code * 1}. */
final class AffineReader {
  private final AttributeReader in;
  private final Map<String, AffineExpr> names = new LinkedHashMap<>();

  AffineReader(AttributeReader in) {
    this.in = in;
  }

  /** {@code (d0, d1)[s0] -> (d0 + s0, d1)}. */
  AffineMapAttr map() {
    in.parseCommaSeparated("(", ")", () -> declare(new AffineExpr.Dimension(names.size())));
    int dimensions = names.size();
    if (in.atPunctuation("[")) {
      in.parseCommaSeparated("[", "]", () -> declare(new AffineExpr.Symbol(names.size() - dimensions)));
    }
    in.parsePunctuation("->");
    var results = new ArrayList<AffineExpr>();
    in.parseCommaSeparated("(", ")", () -> results.add(sum()));
    return new AffineMapAttr(dimensions, names.size() - dimensions, results);
  }

  private void declare(AffineExpr value) {
    var where = in.location();
    var name = in.parseKeyword();
    if (names.putIfAbsent(name, value) != null) {
      throw in.errorAt(where, "redefinition of affine identifier '" + name + "'");
    }
  }

  private AffineExpr sum() {
    var left = product();
    while (true) {
      if (in.parseOptionalPunctuation("+")) {
        left = add(left, product());
      } else if (in.parseOptionalPunctuation("-")) {
        left = add(left, multiply(product(), new Constant(-1)));
      } else {
        return left;
      }
    }
  }

  private AffineExpr product() {
    var left = factor();
    while (true) {
      var where = in.location();
      if (in.parseOptionalPunctuation("*")) {
        var right = factor();
        if (!isSymbolic(left) && !isSymbolic(right)) {
          throw in.errorAt(where, "non-affine expression: at least one of the multiply operands has to be either a constant or symbolic");
        }
        left = multiply(left, right);
      } else if (in.parseOptionalKeyword("floordiv")) {
        left = divide(Operator.FLOOR_DIVIDE, left, divisor(where));
      } else if (in.parseOptionalKeyword("ceildiv")) {
        left = divide(Operator.CEIL_DIVIDE, left, divisor(where));
      } else if (in.parseOptionalKeyword("mod")) {
        left = divide(Operator.MODULO, left, divisor(where));
      } else {
        return left;
      }
    }
  }

  private AffineExpr divisor(Location where) {
    var right = factor();
    if (!isSymbolic(right)) {
      throw in.errorAt(where, "non-affine expression: right operand of floordiv, ceildiv and mod has to be either a constant or symbolic");
    }
    if (right instanceof Constant c && c.value() <= 0) {
      throw in.errorAt(where, "divisor of an affine expression must be positive, not " + c.value());
    }
    return right;
  }

  private AffineExpr factor() {
    if (in.parseOptionalPunctuation("-")) {
      return multiply(factorNested(), new Constant(-1));
    }
    if (in.at(TokenKind.INTEGER)) {
      return new Constant(in.parseInteger());
    }
    if (in.atPunctuation("(")) {
      return factorNested();
    }
    if (!in.at(TokenKind.WORD)) {
      throw in.expected("an affine expression");
    }
    var word = in.lexer.spelling();
    var value = names.get(word);
    if (value == null) {
      throw in.error("use of undeclared affine identifier '" + word + "'" + Spelling.suggestion(word, names.keySet()));
    }
    in.take();
    return value;
  }

  private AffineExpr factorNested() {
    var read = new AffineExpr[1];
    in.nested(() -> {
      if (in.parseOptionalPunctuation("(")) {
        read[0] = sum();
        in.parsePunctuation(")");
      } else {
        read[0] = factor();
      }
    });
    return read[0];
  }

  private static boolean isSymbolic(AffineExpr expr) {
    return switch (expr) {
      case Constant _, AffineExpr.Symbol _ -> true;
      case AffineExpr.Dimension _ -> false;
      case Binary b -> isSymbolic(b.left()) && isSymbolic(b.right());
    };
  }

  private static AffineExpr add(AffineExpr left, AffineExpr right) {
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

  private static AffineExpr multiply(AffineExpr left, AffineExpr right) {
    return switch (left) {
      case Constant a when right instanceof Constant b -> new Constant(a.value() * b.value());
      // c * x = x * c, and so for symbols
      case AffineExpr a when isSymbolic(a) && !isSymbolic(right) || a instanceof Constant -> multiply(right, a);
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

  private static AffineExpr divide(Operator operator, AffineExpr left, AffineExpr right) {
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

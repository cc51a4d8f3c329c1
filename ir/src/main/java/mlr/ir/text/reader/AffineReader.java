package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import mlr.ir.Location;
import mlr.ir.attributes.AffineExpr;
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
        left = AffineExpr.add(left, product());
      } else if (in.parseOptionalPunctuation("-")) {
        left = AffineExpr.add(left, AffineExpr.multiply(product(), new Constant(-1)));
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
        if (!left.isSymbolic() && !right.isSymbolic()) {
          throw in.errorAt(where, "non-affine expression: at least one of the multiply operands has to be either a constant or symbolic");
        }
        left = AffineExpr.multiply(left, right);
      } else if (in.parseOptionalKeyword("floordiv")) {
        left = AffineExpr.divide(Operator.FLOOR_DIVIDE, left, divisor(where));
      } else if (in.parseOptionalKeyword("ceildiv")) {
        left = AffineExpr.divide(Operator.CEIL_DIVIDE, left, divisor(where));
      } else if (in.parseOptionalKeyword("mod")) {
        left = AffineExpr.divide(Operator.MODULO, left, divisor(where));
      } else {
        return left;
      }
    }
  }

  private AffineExpr divisor(Location where) {
    var right = factor();
    if (!right.isSymbolic()) {
      throw in.errorAt(where, "non-affine expression: right operand of floordiv, ceildiv and mod has to be either a constant or symbolic");
    }
    if (right instanceof Constant c && c.value() <= 0) {
      throw in.errorAt(where, "divisor of an affine expression must be positive, not " + c.value());
    }
    return right;
  }

  private AffineExpr factor() {
    if (in.parseOptionalPunctuation("-")) {
      return AffineExpr.multiply(factorNested(), new Constant(-1));
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
}

package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.ir.Location;
import mlr.ir.attributes.AffineExpr;
import mlr.ir.attributes.AffineExpr.Constant;
import mlr.ir.attributes.AffineExpr.Operator;
import mlr.ir.attributes.AffineMapAttr;
import mlr.ir.attributes.affine.IntegerSetAttr;
import mlr.ir.text.Spelling;

/** Reads affine maps and sets; expressions are brought into upstream's normal form: constants folded and to the right, no {@code + 0}, no {@code * 1}. */
final class AffineReader {
  private static final Map<String, Operator> OPERATORS =
      Map.of("floordiv", Operator.FLOOR_DIVIDE, "ceildiv", Operator.CEIL_DIVIDE, "mod", Operator.MODULO);
  private final AttributeReader in;
  private final Map<String, AffineExpr> names = new LinkedHashMap<>();

  AffineReader(AttributeReader in) {
    this.in = in;
  }

  /** {@code (d0, d1)[s0] -> (d0 + s0, d1)}. */
  AffineMapAttr map() {
    int dimensions = declarations();
    in.parsePunctuation("->");
    var results = new ArrayList<AffineExpr>();
    in.parseCommaSeparated("(", ")", () -> results.add(sum()));
    return new AffineMapAttr(dimensions, names.size() - dimensions, results);
  }

  /** {@code (d0, d1)[s0] : (d0 + s0 >= 0, d1 == 0)}. */
  IntegerSetAttr set() {
    int dimensions = declarations();
    in.parsePunctuation(":");
    var constraints = new ArrayList<IntegerSetAttr.Constraint>();
    in.parseCommaSeparated("(", ")", () -> constraints.add(constraint()));
    // No constraint is upstream's 0 == 0.
    var all = constraints.isEmpty() ? List.of(new IntegerSetAttr.Constraint(new Constant(0), true)) : constraints;
    return new IntegerSetAttr(dimensions, names.size() - dimensions, all);
  }

  private IntegerSetAttr.Constraint constraint() {
    var left = sum();
    var relation = in.parsePunctuationOf(List.of("==", ">=", "<="));
    var right = sum();
    return new IntegerSetAttr.Constraint(relation.equals("<=") ? AffineExpr.subtract(right, left) : AffineExpr.subtract(left, right), relation.equals("=="));
  }

  private int declarations() {
    in.parseCommaSeparated("(", ")", () -> declare(new AffineExpr.Dimension(names.size())));
    int dimensions = names.size();
    if (in.atPunctuation("[")) {
      in.parseCommaSeparated("[", "]", () -> declare(new AffineExpr.Symbol(names.size() - dimensions)));
    }
    return dimensions;
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
        left = AffineExpr.subtract(left, product());
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
      } else if (in.atWord("floordiv") || in.atWord("ceildiv") || in.atWord("mod")) {
        var word = in.take();
        var right = factor();
        if (!right.isSymbolic()) {
          throw in.errorAt(where, "non-affine expression: right operand of " + word + " has to be either a constant or symbolic");
        }
        left = AffineExpr.divide(OPERATORS.get(word), left, right);
      } else {
        return left;
      }
    }
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

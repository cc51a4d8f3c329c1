package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mlr.frontend.parser.ModuleParser;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.syntax.Equation;
import mlr.frontend.syntax.Expression;
import mlr.ir.diagnostics.DiagnosticEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tightly each operator binds: every pair of neighbouring rows of the precedence table, and associativity. */
class PrecedenceTest {
  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
      "- f(x)[0] ^ n; (-(f(..)[..]^n))",
      "pre x ^ n; (pre(x^n))",
      "not pre x; (not(pre x))",
      "pre x fby y; ((pre x)fby y)",
      "a fby b fby c; (a fby(b fby c))",
      "a post b post c; ((a post b)post c)",
      "a fby b lsl c; ((a fby b)lsl c)",
      "a lsl b * c; ((a lsl b)*c)",
      "a land b lor c; ((a land b)lor c)",
      "a * b + c; ((a*b)+c)",
      "a + b @ c; (a+(b@c))",
      "a - b - c; ((a-b)-c)",
      "a / b div c mod d; (((a/b)div c)mod d)",
      "a + b | c; ((a+b)|c)",
      "a | b < c; ((a|b)<c)",
      "a < b and c; ((a<b)and c)",
      "a and b or c; ((a and b)or c)",
      "a or b xor c; ((a or b)xor c)",
      "a or b => c; ((a or b)=>c)",
      "a => b => c; (a=>(b=>c))",
      "a => b when c; ((a=>b)when c)",
      "a when c when d; ((a when c)when d)",
      "a when c -> b; ((a when c)-> b)",
      "a -> b when c; (a ->(b when c))",
      "a -> b -> c; (a ->(b -> c))",
      "if c then a else b -> d; (if c then a else(b -> d))",
      "x + if c then a else b + d; (x+(if c then a else(b+d)))",
      "a + not b; (a+(not b))",
      "- a * b; ((-a)*b)",
      "not a = b; ((not a)=b)",
      "post - final; (post-final)",
      "final x + all[2]; ((final x)+all[..])",
      "max(post, next); max(..)",
  })
  void bindsAsTheTableSays(String source, String expected) {
    var engine = new DiagnosticEngine();
    var module = ModuleParser.parse("p.mlr", "node n(x : i32) returns (y : i32) let y = " + source + "; tel", engine);
    assertEquals(List.of(), engine.all().stream().map(d -> d.message()).toList());
    var body = ((Declaration.Node) module.orElseThrow().declarations().getFirst()).body().orElseThrow();
    assertEquals(expected, text(((Equation.Definition) body.equations().getFirst()).value()).replaceAll("\\s*([()])\\s*", "$1"));
  }

  @Test
  void comparisonsDoNotChain() {
    assertEquals(List.of("3:11: comparisons do not chain: put '<' or '>=' in parentheses, or join two comparisons with 'and'"), Compiled.of("""
        node n(a, b, c : i32) returns (y : bool)
        let
        y = a < b >= c;
        tel
        """).errors());
  }

  @Test
  void fbyAndPostNeedParenthesesBetweenThem() {
    assertEquals(1, Compiled.of("node n(a : f32) returns (y : f32) let y = a fby a post a; tel").errors().stream()
        .filter(e -> e.contains("'fby' and 'post' side by side need parentheses")).count());
    assertEquals(0, Compiled.of("node n(a : f32) returns (y : f32) let y = a fby (a post a); tel").errors().stream()
        .filter(e -> e.contains("side by side")).count());
  }

  private static String text(Expression expression) {
    return switch (expression) {
      case Expression.Reference e -> e.name().text();
      case Expression.IntegerLiteral e -> e.value().toString();
      case Expression.Binary e -> "(" + text(e.left()) + spaced(e.operator().spelling()) + text(e.right()) + ")";
      case Expression.Prefix e -> "(" + e.operator().spelling() + (Character.isLetter(e.operator().spelling().charAt(0)) ? " " : "")
          + text(e.operand()) + ")";
      case Expression.When e -> "(" + text(e.operand()) + " when " + condition(e) + ")";
      case Expression.Conditional e -> "(if " + text(e.condition()) + " then " + text(e.then()) + " else " + text(e.otherwise()) + ")";
      case Expression.Call e -> e.function() + "(..)";
      case Expression.Subscript e -> text(e.tensor()) + "[..]";
      default -> expression.getClass().getSimpleName();
    };
  }

  private static String condition(Expression.When when) {
    return ((mlr.frontend.syntax.ClockCondition.Flag) when.condition()).name().text();
  }

  private static String spaced(String operator) {
    return Character.isLetter(operator.charAt(0)) || operator.equals("->") ? " " + operator + " " : operator;
  }
}

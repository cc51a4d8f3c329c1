package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mlr.frontend.types.Scalar;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types and shapes: what is inferred, and what is refused with which message. */
class TypeTest {
  /** The type of the local {@code v} defined by an expression over these inputs, or the first error. */
  private static String typeOf(String expression) {
    var engine = new DiagnosticEngine();
    var program = MlrFrontend.check(new Source.Text("t.mlr", """
        type gear = Park | Drive
        node id<<n : size>>(x : f32[n]) returns (y : f32[n]) let y = x; tel
        node n(x, y : f32; d : f64; i, j : i32; u : u8; b : bool; v3 : f32[3]; v4 : f32[4]; m34 : f32[3,4]; m43 : f32[4,3]; g : gear)
        returns (ok : bool)
        let
          v = %s;
          ok = true;
        tel
        """.formatted(expression)), FrontendOptions.defaults(), engine);
    if (program.isEmpty()) {
      var first = engine.all().stream().filter(d -> d.severity() == Severity.ERROR).findFirst().orElseThrow();
      var place = first.location().filePosition().orElseThrow();
      return place.line() + ":" + place.column() + ": " + first.message();
    }
    var node = program.orElseThrow().nodes().get("n");
    var definition = (mlr.frontend.typed.TypedEquation.Definition) node.body().getFirst();
    return node.solution().resolve(definition.value().type()).toString();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "1.0 + x; f32", "1.0 + d; f64", "1.5; f32", "7; i32", "7 + u; u8", "f32(i) * x; f32", "i < 3; bool", "g = Drive; bool",
      "v3 + 1.0; f32[3]", "m34 * v4; f32[3,4]", "m34 * reshape<<3,1>>(v3); f32[3,4]", "m34 @ m43; f32[3,3]", "m34 @ v4; f32[3]", "v3 @ m34; f32[4]",
      "transpose(m34); f32[4,3]", "transpose<<0,1>>(m34); f32[3,4]", "v3 | v4; f32[7]", "m34 | m34; f32[6,4]", "x^5; f32[5]", "v3^2; f32[2,3]",
      "v3[1]; f32", "m34[1]; f32[4]", "m34[0..1]; f32[2,4]", "m34[2, 1..3]; f32[3]", "v3[>i<]; f32", "m34[>i<]; f32[4]", "v3.[i] default x; f32",
      "[v3 with [i] = x]; f32[3]", "[[1.0, 2.0], [3.0, x]]; f32[2,2]", "sum(m34); f32", "sum<<0>>(m34); f32[4]", "max<<1>>(m34); f32[3]",
      "max(x, y); f32", "argmax(v3); i32", "softmax(m34); f32[3,4]", "dot(v3, v3); f32", "mean(v3); f32", "tanh(m34); f32[3,4]",
      "if b then v3 else zeros; f32[3]", "zeros fby v3; f32[3]", "0.0 fby x; f32", "id(v3); f32[3]", "x when b; f32", "v3 when 0(01); f32[3]",
      "merge b (true -> x when b) (false -> y when not b); f32", "current(x when b, 0.0); f32", "clip(x, 0.0, 1.0); f32", "u8(i); u8",
      "i lsl 2 land 7; i32", "b => b; bool", "reverse(v3); f32[3]",
  })
  void infers(String expression, String type) {
    assertEquals(type, typeOf(expression));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '"', value = {
      "v3 + v4 # 6:7: f32[3] and f32[4] do not fit together in '+': paired from the last axis, extents must be equal or one of them 1",
      "x + i # 6:7: '+' needs operands of one element type, not f32 and i32; there is no implicit conversion: write f32(…) or i32(…)",
      "x + 1 # 6:7: '+' needs operands of one element type, not f32 and integer; a literal of a float type has a decimal point",
      "i mod x # 6:13: an operand of 'mod' must be an integer, and this is f32",
      "m34 @ m34 # 6:7: f32[3,4] and f32[3,4] do not fit together in '@': the last extent of the first must be the first of the second",
      "v3 @ v3 # 6:7: '@' multiplies matrices, or a matrix and a vector, not f32[3] and f32[3]; the product of two vectors is dot(a, b)",
      "v3[3] # 6:10: position 3 is out of range: axis 0 of f32[3] has positions 0 to 2",
      "v3[2..1] # 6:10: the slice 2..1 is empty",
      "v3[i] # 6:10: a position in '[…]' is checked when the program is compiled, and this one is known only when it runs; write a[>i<] to clamp it, or a.[i] default d",
      "x[0] # 6:7: too many positions: this has type f32",
      "if x then x else y # 6:10: the condition of 'if' has type f32 where bool is needed",
      "if b then v3 else x # 6:7: 'if' needs equal types on both sides, not f32[3] and f32; only elementwise operators broadcast: write the shape out, as in e^n",
      "v3 -> 0.0 # 6:7: '->' needs equal types on both sides, not f32[3] and float; only elementwise operators broadcast: write the shape out, as in e^n",
      "reshape<<5>>(m34) # 6:7: 'reshape' keeps the number of elements: f32[3,4] has 12 and f32[5] has 5",
      "id(x) # 6:10: argument 'x' of 'id' has type f32 where f32[_] is needed",
      "id(v3, v3) # 6:7: 'id' takes 1 argument (x), and 2 are given",
      "tanh(i) # 6:12: an operand of 'tanh' must be a float, and this is i32",
      "u + 300 # 6:11: the number 300 does not fit in u8",
      "bool(i) # 6:7: nothing converts to bool; write a comparison, as in e <> 0",
      "merge g (Park -> x) # 6:7: 'merge' has no branch for Drive",
      "merge g (Park -> x) (Drvie -> x) # 6:28: 'Drvie' is not a case of gear, which has Park, Drive; did you mean 'Drive'?",
      "x when g # 6:14: clock condition 'g' has type gear where bool is needed",
      "v3 | m34 # 6:7: '|' joins tensors along the leading axis, all other extents being equal; these are f32[3] and f32[3,4]",
      "all x # 6:7: 'all' stands in the 'then' part of a segment, and this is not inside one",
  })
  void refuses(String expression, String message) {
    assertEquals(message, typeOf(expression));
  }

  @Test
  void staticParametersAreSolvedFromTheArguments() {
    var compiled = Compiled.of("""
        node cat<<n, m : size>>(a : f32[n]; b : f32[2*m]) returns (y : f32[n+2*m]; z : f32[m]) let y = a | b; z = b[0..m-1]; tel
        node main(a : f32[3]; b : f32[8]) returns (y : f32[11]; z : f32[4]) let (y, z) = cat(a, b); tel
        """);
    assertTrue(compiled.emits("reactive.instance @cat$3$4"), compiled.ir()::toString);
  }

  @Test
  void aSizeThatHasNoSolutionIsATypeError() {
    assertEquals(List.of("2:57: argument 'b' of 'half' has type f32[7] where f32[2*_] is needed"), Compiled.of("""
        node half<<m : size>>(b : f32[2*m]) returns (z : f32[m]) let z = b[0..m-1]; tel
        node main(b : f32[7]) returns (z : f32[3]) let z = half(b); tel
        """).errors());
  }

  @Test
  void nodesAndTypesAreStaticParametersToo() {
    var compiled = Compiled.of("""
        fun sq<<type t>>(x : t) returns (y : t) let y = x * x; tel
        node twice<<node f(x : t) returns (y : t); type t>>(x : t) returns (y : t) let y = f(f(x)); tel
        node a(x : f32[4]) returns (y, z : f32[4]) let y = twice<<sq>>(x); z = twice<<tanh>>(x); tel
        """);
    assertTrue(compiled.emits("reactive.instance @sq$f32_4_"), compiled.ir()::toString);
    assertTrue(compiled.emits("math.tanh"), compiled.ir()::toString);
  }

  @Test
  void genericDeclarationsAreCheckedWithoutInstances() {
    assertEquals(List.of("3:5: f32[n] and f32[n + 1] do not fit together in '+': paired from the last axis, extents must be equal or one of them 1"),
        Compiled.of("""
            node f<<n : size>>(a : f32[n]; b : f32[n+1]) returns (y : f32[n])
            let
            y = a + b;
            tel
            """).errors());
  }

  @Test
  void sizesAreComparedAsPolynomials() {
    assertEquals(List.of(), Compiled.of("node f<<n : size>>(a : f32[n+n]; b : f32[2*n]) returns (y : f32[2*n]) let y = a + b; tel").errors());
  }

  @Test
  void shapesThatNothingDeterminesMustBeDeclared() {
    assertTrue(Compiled.of("node f(x : f32) returns (y : f32) let z = zeros fby z; y = x; tel").errors().getFirst().contains("cannot be inferred"));
    assertEquals(List.of(), Compiled.of("node f(x : f32) returns (y : f32) var z : f32[3]; let z = zeros fby z; y = x + sum(z); tel").errors());
  }

  @Test
  void realIsAnOption() {
    assertTrue(Compiled.of("node f(x : real) returns (y : real) let y = x + 0.1; tel", FrontendOptions.defaults().withReal(Scalar.F64))
        .emits("arith.addf %arg0, %cst : f64"));
  }

  @Test
  void constantsFitTheirContextUnlessTheyHaveAType() {
    assertEquals(List.of(), Compiled.of("""
        const H = 0.5
        const N : size = 4
        const M = N * 2
        node f(x : f32; d : f64; v : f32[M]) returns (a : f32; b : f64; c : i64) let a = H * x + v[N]; b = H * d; c = N; tel
        """).errors());
    assertEquals(List.of("2:43: '*' needs operands of one element type, not f32 and f64; there is no implicit conversion: write f32(…) or f64(…)"),
        Compiled.of("const H : f32 = 0.5\nnode f(d : f64) returns (b : f64) let b = H * d; tel").errors());
    assertEquals(List.of("1:7: 'A' depends on itself", "2:7: 'B' depends on itself"), Compiled.of("const A = B\nconst B = A + 1").errors());
  }
}

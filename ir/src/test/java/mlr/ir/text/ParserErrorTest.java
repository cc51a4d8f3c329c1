package mlr.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors name the thing and the place, several per run, and never come as exceptions. */
class ParserErrorTest {
  private static final String BROKEN = """
      func.func @f(%x: i32, %count: i32) -> i32 {
        %a = arith.adi %x, %x : i32
        %b = arith.addi %a, %cuont : i32
        %c = arith.addi %x, %x : i64
        %e = arith.constant 300 : i8
        %g:2 = arith.addi %x, %x : i32
        %i = "foo.x"() {a = 1, a = 2} : () -> tesnor<2xf32>
        cf.br ^bb7
      ^bb1:
        return %c : i32
      }
      func.func @g( {
        retrun
      }
      func.fun @h()
      """;

  @Test
  void oneRunReportsAllOfThem() {
    assertEquals("""
        test.mlir:2:8: error: custom op 'arith.adi' is unknown; did you mean 'arith.addi'?
          %a = arith.adi %x, %x : i32
               ^
        test.mlir:4:19: error: use of value '%x' expects different type than prior uses: 'i64' vs 'i32'
          %c = arith.addi %x, %x : i64
                          ^
        test.mlir:1:14: note: prior use here
        func.func @f(%x: i32, %count: i32) -> i32 {
                     ^
        test.mlir:5:23: error: integer constant out of range for i8
          %e = arith.constant 300 : i8
                              ^
        test.mlir:6:3: error: operation defines 1 results but was provided 2 to bind
          %g:2 = arith.addi %x, %x : i32
          ^
        test.mlir:7:26: error: duplicate key 'a' in dictionary attribute
          %i = "foo.x"() {a = 1, a = 2} : () -> tesnor<2xf32>
                                 ^
        test.mlir:3:23: error: use of undeclared SSA value name '%cuont'; did you mean '%count'?
          %b = arith.addi %a, %cuont : i32
                              ^
        test.mlir:8:9: error: reference to an undefined block '^bb7'; did you mean '^bb1'?
          cf.br ^bb7
                ^
        test.mlir:12:15: error: expected a type, found '{'
        func.func @g( {
                      ^
        test.mlir:15:1: error: custom op 'func.fun' is unknown; did you mean 'func.func'?
        func.fun @h()
        ^
        """, Reading.diagnostics(BROKEN, ParserOptions.ALLOW_UNREGISTERED));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', textBlock = """
      %a = "x.y"() : () -> tesnor<i32> ~ 1:22: error: expected a type, found 'tesnor'; did you mean 'tensor'?
      "x.y"() {a = densse<1>} : () -> () ~ 1:14: error: expected an attribute, found 'densse'; did you mean 'dense'?
      "x.y"() {a = #alais} : () -> () ~ 1:14: error: undefined attribute alias '#alais'
      "x.y"(%a, %a) : (i32, f32) -> () ~ 1:11: error: use of value '%a' expects different type than prior uses: 'f32' vs 'i32'
      "x.y"(%a#1) : (i32) -> () %a = "x.z"() : () -> i32 ~ 1:7: error: reference to invalid result number: '%a' has 1 results
      "x.y"() {a = dense<[1, 2]> : tensor<3xi32>} : () -> () ~ 1:20: error: inferred shape of elements literal ([2]) does not match type ([3])
      "x.y"() {a = 1 : f32} : () -> () ~ 1:14: error: integer literal not valid for f32; write 1.0
      "x.y"() {a = 1.5 : i32} : () -> () ~ 1:14: error: floating-point value not valid for type i32
      "x.y"() {a = "abc} : () -> () ~ 1:14: error: string is not closed on its line
      "x.y"() ({ ~ 1:11: error: expected '}' to close a region
      "x.y"() : () -> ~ 1:16: error: expected a type, found the end of input
      "x.y"() {a = #foo.bar<[)>} : () -> () ~ 1:24: error: expected ']' before ')'
      "x.y"() {a = affine_map<(d0) -> (d1)>} : () -> () ~ 1:34: error: use of undeclared affine identifier 'd1'; did you mean 'd0'?
      "x.y"() {a = affine_map<(d0) -> (d0 * d0)>} : () -> () ~ 1:37: error: non-affine expression: at least one of the multiply operands has to be either a constant or symbolic
      "x.y"() {a = vector<0xf32>} : () -> () ~ 1:21: error: vector types must have positive constant sizes
      "x.y"() {a = memref<4xf32, strided<[1, 2]>>} : () -> () ~ 1:28: error: memref layout mismatch between rank and layout: 1 != 2
      "func.fnc"() : () -> () ~ 1:1: error: unregistered operation 'func.fnc' found in dialect ('func') that does not allow unknown operations; did you mean 'func.func'?
      %a = arith.cmpi sl, %x, %x : i32 ~ 1:17: error: expected one of eq, ne, slt, sle, sgt, sge, ult, ule, ugt, uge, found 'sl'; did you mean 'slt'?
      memref.store %v, %m[%i] : f32 ~ 1:30: error: the type of 'value' of 'memref.store' cannot be inferred from 'memref' of type f32
      %a = memref.load %m[] : f32 ~ 1:6: error: 'memref.load' op cannot have result types inferred from operands of type (f32)
      } ~ 1:1: error: '}' closes nothing
      "builtin.module"() ({}) : () -> () ~ 1:1: error: 'builtin.module' op needs one region with one block
      {-# dialect_resorces: {} #-} ~ 1:5: error: unknown key 'dialect_resorces' in file metadata dictionary; did you mean 'dialect_resources'?
      """)
  void firstErrorOf(String text, String expected) {
    assertEquals("test.mlir:" + expected, Reading.diagnostics(text, ParserOptions.ALLOW_UNREGISTERED).lines().findFirst().orElse("no error"));
  }

  @Test
  void unknownDialectsNeedAnOption() {
    assertTrue(Reading.diagnostics("\"fnc.x\"() : () -> ()").contains("operation 'fnc.x' is of an unregistered dialect; did you mean 'func'?; --allow-unregistered-dialect accepts it"));
    assertTrue(Reading.diagnostics("func.func private @f(!fun.x)").contains("dialect 'fun' is not registered; did you mean 'func'?"));
  }

  @Test
  void theCaretStandsUnderTabs() {
    assertTrue(Reading.diagnostics("func.func @f() {\n\t\tfoo\n}").contains("\n\t\tfoo\n\t\t^\n"));
  }

  @Test
  void brokenInputNeverThrows() {
    var whole = BROKEN.replace("arith.adi", "arith.addi") + "\"a.b\"() {x = dense<[[1, 2], [3, 4]]> : tensor<2x2xf32>, m = affine_map<(d0)[s] -> (d0 + s)>} : () -> () loc(fused[\"a\":1:2])\n";
    var random = new Random(7);
    for (int round = 0; round < 4000; round++) {
      var text = new StringBuilder(whole);
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setLength(Math.max(1, at));
          case 1 -> text.deleteCharAt(at);
          default -> text.setCharAt(at, (char) (random.nextInt(95) + 32));
        }
        if (text.isEmpty()) {
          break;
        }
      }
      IrParser.parse(new SourceFile("test.mlir", text.toString()), TwinDialect.registry(), ParserOptions.ALLOW_UNREGISTERED, new DiagnosticEngine());
    }
  }

  /** The lower byte of U+0122 is a quote, that of U+0141 a letter. */
  @Test
  void charactersOfMoreThanAByteAreNotMistakenForOthers() {
    assertEquals("", Reading.diagnostics("module attributes {test.a = \"\u0122\u00e9\"} { // \u0141\n}"));
    assertEquals("""
        test.mlir:1:1: error: unexpected character '\u0141'
        \u0141module {}
        ^
        """, Reading.diagnostics("\u0141module {}"));
  }
}

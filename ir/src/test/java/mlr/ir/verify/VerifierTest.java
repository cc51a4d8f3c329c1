package mlr.ir.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.testing.TestIr;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private static List<String> verify(String text) {
    var diagnostics = new DiagnosticEngine();
    Verifier.verify(TestIr.parse(text), diagnostics);
    return TestIr.messages(diagnostics);
  }

  @Test
  void validIrPasses() {
    assertEquals(List.of(), verify("""
        "test.func"() ({
        ^bb0(%a: i32):
          %0 = "test.add"(%a, %a) : (i32, i32) -> i32
          "test.branch"(%0)[^bb1] : (i32) -> ()
        ^bb1(%b: i32):
          %1 = "test.add"(%0, %b) : (i32, i32) -> i32
          "test.return"(%1) : (i32) -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void severalErrorsAreReportedInOneRun() {
    assertEquals(List.of(
        "3: 'test.add' op operand #1 must be signless-integer-like, but got 'f32'",
        "4: 'test.add' op expected 2 operands, but found 1",
        "5: 'test.constant' op requires attribute 'value'",
        "6: 'test.checked' op is marked wrong"), verify("""
        "test.func"() ({
        ^bb0(%a: i32, %x: f32):
          %0 = "test.add"(%a, %x) : (i32, f32) -> i32
          %1 = "test.add"(%a) : (i32) -> i32
          %2 = "test.constant"() : () -> i32
          "test.checked"() {wrong} : () -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void constraintsOfResultsAttributesAndRegions() {
    assertEquals(List.of(
        "1: 'test.constant' op result #0 must be signless integer, but got 'f32'",
        "2: 'test.constant' op attribute 'value' failed to satisfy constraint: an integer attribute",
        "3: 'test.graph' op requires one region, but has 0",
        "4: 'test.store' op requires zero regions, but has 1"), verify("""
        %0 = "test.constant"() {value = 1 : i32} : () -> f32
        %1 = "test.constant"() {value = "one"} : () -> i32
        "test.graph"() : () -> ()
        "test.store"() ({}) : () -> ()
        """));
  }

  @Test
  void traitsHold() {
    assertEquals(List.of("3: 'test.add' op requires the same type for all operands and results"), verify("""
        %0 = "test.constant"() {value = 1 : i32} : () -> i32
        %1 = "test.constant"() {value = 1 : i64} : () -> i64
        %2 = "test.add"(%0, %1) : (i32, i64) -> i32
        """));
  }

  @Test
  void definitionsDominateUses() {
    assertEquals(List.of(
        "3: operand #0 does not dominate this use",
        "note 4: operand defined here (op in the same block)"), verify("""
        "test.func"() ({
          %c = "test.constant"() {value = 1 : i32} : () -> i32
          %0 = "test.add"(%1, %c) : (i32, i32) -> i32
          %1 = "test.add"(%c, %c) : (i32, i32) -> i32
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void dominanceFollowsControlFlow() {
    assertEquals(List.of(
        "9: operand #0 does not dominate this use",
        "note 4: operand defined here (op in the same region)"), verify("""
        "test.func"() ({
          "test.branch"()[^left, ^right] : () -> ()
        ^left:
          %0 = "test.constant"() {value = 1 : i32} : () -> i32
          "test.branch"()[^end] : () -> ()
        ^right:
          "test.branch"()[^end] : () -> ()
        ^end:
          %1 = "test.add"(%0, %0) : (i32, i32) -> i32
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """).subList(0, 2));
  }

  @Test
  void graphRegionsAllowAnyOrder() {
    assertEquals(List.of(), verify("""
        "test.graph"() ({
          %0 = "test.delay"(%1) : (i32) -> i32
          %1 = "test.add"(%0, %0) : (i32, i32) -> i32
          "test.block"() ({
            %2 = "test.delay"(%1) : (i32) -> i32
            "test.return"() : () -> ()
          }) : () -> ()
          "test.return"() : () -> ()
        }) : () -> ()
        """));
  }

  @Test
  void graphRegionsKeepScopes() {
    var module = TestIr.parse("""
        %0 = "test.constant"() {value = 1 : i32} : () -> i32
        "test.graph"() ({
          %1 = "test.delay"(%0) : (i32) -> i32
          "test.return"() : () -> ()
        }) : () -> ()
        "test.store"(%0) : (i32) -> ()
        """);
    TestIr.all(module, "test.store").getFirst().setOperand(0, TestIr.all(module, "test.delay").getFirst().result());
    var diagnostics = new DiagnosticEngine();
    Verifier.verify(module, diagnostics);
    assertEquals(List.of(
        "6: operand #0 does not dominate this use",
        "note 3: operand defined here (op in a child region)"), TestIr.messages(diagnostics));
  }

  @Test
  void isolatedRegionsUseNothingFromOutside() {
    var module = TestIr.parse("""
        %0 = "test.constant"() {value = 1 : i32} : () -> i32
        "test.func"() ({
        ^bb0(%a: i32):
          "test.store"(%a) : (i32) -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """);
    TestIr.all(module, "test.store").getFirst().setOperand(0, TestIr.all(module, "test.constant").getFirst().result());
    var diagnostics = new DiagnosticEngine();
    Verifier.verify(module, diagnostics);
    assertEquals(List.of(
        "4: 'test.store' op using value defined outside the region",
        "note 2: required by region isolation constraints"), TestIr.messages(diagnostics));
  }

  @Test
  void branchesPassWhatBlocksTake() {
    assertEquals(List.of(
        "3: 'test.branch' op type mismatch for bb argument #0 of successor #0: 'i32' is passed for 'i64'",
        "note 4: the argument is here",
        "5: 'test.branch' op branch has 0 operands for successor #0, but target block has 1",
        "note 4: the target block's arguments are here"), verify("""
        "test.func"() ({
        ^entry(%a: i32):
          "test.branch"(%a)[^one] : (i32) -> ()
        ^one(%b: i64):
          "test.branch"()[^one] : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void blocksEndInTerminators() {
    assertEquals(List.of(
        "1: empty block: expect at least a terminator in a region of 'test.func'",
        "6: block with no terminator, has 'test.store' at its end",
        "5: 'test.return' op must be the last operation in the parent block"), verify("""
        "test.func"() ({
        ^bb0:
        }) {sym_name = "f"} : () -> ()
        "test.func"() ({
          "test.return"() : () -> ()
          "test.store"() : () -> ()
        }) {sym_name = "g"} : () -> ()
        """));
  }

  @Test
  void symbolsAreUnique() {
    assertEquals(List.of(
        "3: redefinition of symbol named 'f'",
        "note 2: see existing symbol definition here",
        "3: 'test.func' op visibility expected to be one of [\"public\", \"private\", \"nested\"], but got \"secret\""), verify("""
        module {
          "test.func"() ({ "test.return"() : () -> () }) {sym_name = "f"} : () -> ()
          "test.func"() ({ "test.return"() : () -> () }) {sym_name = "f", sym_visibility = "secret"} : () -> ()
        }
        """));
  }
}

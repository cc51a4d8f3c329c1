package mlr.ir.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.testing.TestIr;
import org.junit.jupiter.api.Test;

/** What nests of regions whose operations run in order may take from outside. */
class NestDominanceTest {
  private static List<String> verify(ModuleOp module) {
    var diagnostics = new DiagnosticEngine();
    Verifier.verify(module, diagnostics);
    return TestIr.messages(diagnostics);
  }

  private static List<String> verify(String text) {
    return verify(TestIr.parse(text));
  }

  private static Operation only(ModuleOp module, String name) {
    return TestIr.all(module, name).getFirst();
  }

  @Test
  void whatStandsBeforeAnyOfTheNestsAround() {
    assertEquals(List.of(), verify("""
        "test.func"() ({
        ^bb0(%a: i32):
          %0 = "test.add"(%a, %a) : (i32, i32) -> i32
          "test.nest"() ({
          ^bb0(%i: i32):
            %1 = "test.add"(%0, %i) : (i32, i32) -> i32
            "test.nest"() ({
            ^bb0(%j: i32):
              "test.nest"() ({
                "test.store"(%a, %0, %i, %1, %j) : (i32, i32, i32, i32, i32) -> ()
                "test.return"() : () -> ()
              }) : () -> ()
              "test.return"() : () -> ()
            }) : () -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void whatStandsBehindANestAround() {
    assertEquals(List.of(
        "4: operand #0 does not dominate this use",
        "note 10: operand defined here (op in a parent region)",
        "4: operand #1 does not dominate this use",
        "note 7: operand defined here (op in a parent region)"), verify("""
        "test.func"() ({
          "test.nest"() ({
            "test.nest"() ({
              "test.store"(%0, %1) : (i32, i32) -> ()
              "test.return"() : () -> ()
            }) : () -> ()
            %1 = "test.constant"() {value = 1 : i32} : () -> i32
            "test.return"() : () -> ()
          }) : () -> ()
          %0 = "test.constant"() {value = 1 : i32} : () -> i32
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void theResultOfANestAround() {
    assertEquals(List.of(
        "4: operand #0 does not dominate this use",
        "note 2: operand defined here (op in a parent region)"), verify("""
        "test.func"() ({
          %0 = "test.nest"() ({
            "test.nest"() ({
              "test.store"(%0) : (i32) -> ()
              "test.return"() : () -> ()
            }) : () -> ()
            "test.return"() : () -> ()
          }) : () -> i32
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void whatBlocksDefineThatDominateTheNests() {
    assertEquals(List.of(), verify("""
        "test.func"() ({
        ^entry(%a: i32):
          %0 = "test.add"(%a, %a) : (i32, i32) -> i32
          "test.branch"(%a)[^head] : (i32) -> ()
        ^head(%i: i32):
          "test.nest"() ({
            "test.branch"()[^left, ^right] : () -> ()
          ^left:
            "test.store"(%a, %0, %i) : (i32, i32, i32) -> ()
            "test.return"() : () -> ()
          ^right:
            %1 = "test.add"(%0, %i) : (i32, i32) -> i32
            %2 = "test.add"(%1, %i) : (i32, i32) -> i32
            "test.nest"() ({
              "test.store"(%0, %1, %2) : (i32, i32, i32) -> ()
              "test.return"() : () -> ()
            }) : () -> ()
            "test.branch"()[^end] : () -> ()
          ^end:
            "test.nest"() ({
              "test.store"(%2, %1, %i) : (i32, i32, i32) -> ()
              "test.return"() : () -> ()
            }) : () -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          "test.branch"(%0)[^head] : (i32) -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void whatABlockDefinesThatNeedNotRun() {
    assertEquals(List.of(
        "12: operand #1 does not dominate this use",
        "note 5: operand defined here (op in a parent region)"), verify("""
        "test.func"() ({
          %0 = "test.constant"() {value = 1 : i32} : () -> i32
          "test.branch"()[^left, ^right] : () -> ()
        ^left:
          %1 = "test.constant"() {value = 1 : i32} : () -> i32
          "test.branch"()[^end] : () -> ()
        ^right:
          "test.branch"()[^end] : () -> ()
        ^end:
          "test.nest"() ({
            "test.nest"() ({
              "test.store"(%0, %1) : (i32, i32) -> ()
              "test.return"() : () -> ()
            }) : () -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  /** As upstream has it: control comes to a block of a nest once it is in the nest. */
  @Test
  void whereControlNeverComes() {
    assertEquals(List.of(
        "6: operand #0 does not dominate this use",
        "note 9: operand defined here (op in a parent region)"), verify("""
        "test.func"() ({
          "test.return"() : () -> ()
        ^unreachable:
          "test.store"(%0, %1) : (i32, i32) -> ()
          "test.nest"() ({
            "test.store"(%0, %1) : (i32, i32) -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          %0 = "test.constant"() {value = 1 : i32} : () -> i32
          "test.return"() : () -> ()
        ^another:
          %1 = "test.constant"() {value = 1 : i32} : () -> i32
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void whatGraphRegionsAroundDefineAnywhere() {
    assertEquals(List.of(
        "5: operand #2 does not dominate this use",
        "note 8: operand defined here (op in a parent region)"), verify("""
        "test.graph"() ({
          %0 = "test.nest"() ({
            "test.nest"() ({
              // The results of the graph, one of an operation around; but what runs in order is seen in order.
              "test.store"(%0, %1, %2) : (i32, i32, i32) -> ()
              "test.return"() : () -> ()
            }) : () -> ()
            %2 = "test.constant"() {value = 1 : i32} : () -> i32
            "test.return"() : () -> ()
          }) : () -> i32
          %1 = "test.constant"() {value = 1 : i32} : () -> i32
          "test.return"() : () -> ()
        }) : () -> ()
        """));
  }

  @Test
  void whatAnotherNestDefines() {
    var module = TestIr.parse("""
        "test.func"() ({
        ^bb0(%a: i32):
          "test.nest"() ({
            %0 = "test.constant"() {value = 1 : i32} : () -> i32
            "test.return"() : () -> ()
          }) : () -> ()
          "test.nest"() ({
            "test.store"(%a) : (i32) -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """);
    only(module, "test.store").setOperand(0, only(module, "test.constant").result());
    assertEquals(List.of(
        "8: operand #0 does not dominate this use",
        "note 4: operand defined here (op is neither in a parent nor in a child region)"), verify(module));
  }

  @Test
  void theArgumentsOfAnotherNest() {
    var module = TestIr.parse("""
        "test.func"() ({
        ^bb0(%a: i32):
          "test.nest"() ({
          ^bb0(%i: i32):
            "test.return"() : () -> ()
          }) : () -> ()
          "test.nest"() ({
            "test.store"(%a) : (i32) -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """);
    only(module, "test.store").setOperand(0, only(module, "test.nest").region(0).entry().argument(0));
    assertEquals(List.of(
        "8: operand #0 does not dominate this use",
        "note 4: operand defined as a block argument (op is neither in a parent nor in a child region)"), verify(module));
  }

  private static final String FUNCTION_IN_A_NEST = """
      %0 = "test.constant"() {value = 1 : i32} : () -> i32
      "test.nest"() ({
      ^bb0(%i: i32):
        "test.func"() ({
        ^bb0(%a: i32):
          "test.nest"() ({
            "test.nest"() ({
              "test.store"(%a) : (i32) -> ()
              "test.return"() : () -> ()
            }) : () -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        "test.return"() : () -> ()
      }) : () -> ()
      """;

  @Test
  void whatIsInsideTheIsolatedOperation() {
    assertEquals(List.of(), verify(FUNCTION_IN_A_NEST));
  }

  @Test
  void whatStandsBeforeAnIsolatedOperation() {
    var module = TestIr.parse(FUNCTION_IN_A_NEST);
    only(module, "test.store").setOperand(0, only(module, "test.constant").result());
    assertEquals(List.of(
        "8: 'test.store' op using value defined outside the region",
        "note 4: required by region isolation constraints"), verify(module));
  }

  @Test
  void theArgumentsOfANestAroundAnIsolatedOperation() {
    var module = TestIr.parse(FUNCTION_IN_A_NEST);
    only(module, "test.store").setOperand(0, only(module, "test.nest").region(0).entry().argument(0));
    assertEquals(List.of(
        "8: 'test.store' op using value defined outside the region",
        "note 4: required by region isolation constraints"), verify(module));
  }
}

package mlr.ir.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.testing.TestDialect;
import mlr.ir.testing.TestIr;
import mlr.ir.verify.Verifier;
import org.junit.jupiter.api.Test;

class GreedyRewriterTest {
  private static ModuleOp rewrite(String text, RewritePattern... patterns) {
    var module = TestIr.parse(text);
    GreedyRewriter.apply(module, List.of(patterns), TestDialect.registry());
    var diagnostics = new DiagnosticEngine();
    assertTrue(Verifier.verify(module, diagnostics), () -> TestIr.messages(diagnostics).toString());
    return module;
  }

  private static List<Long> constants(Operation root) {
    return TestIr.all(root, "test.constant").stream().map(op -> op.attribute("value", IntegerAttr.class).value()).toList();
  }

  @Test
  void constantsAreEvaluatedThroughChains() {
    var module = rewrite("""
        %0 = "test.constant"() {value = 2 : i32} : () -> i32
        %1 = "test.add"(%0, %0) : (i32, i32) -> i32
        %2 = "test.add"(%1, %1) : (i32, i32) -> i32
        "test.store"(%2) : (i32) -> ()
        """);
    assertEquals(List.of("constant", "store"), TestIr.names(module));
    assertEquals(List.of(8L), constants(module));
  }

  @Test
  void undefinedBehaviourDoesNotFold() {
    assertEquals(List.of("constant", "constant", "divide", "store"), TestIr.names(rewrite("""
        %0 = "test.constant"() {value = 2 : i32} : () -> i32
        %1 = "test.constant"() {value = 0 : i32} : () -> i32
        %2 = "test.divide"(%0, %1) : (i32, i32) -> i32
        "test.store"(%2) : (i32) -> ()
        """)));
  }

  @Test
  void unusedOperationsGoWithWhatOnlyTheyUse() {
    assertEquals(List.of("store"), TestIr.names(rewrite("""
        %0 = "test.constant"() {value = 2 : i32} : () -> i32
        %1 = "test.add"(%0, %0) : (i32, i32) -> i32
        %2 = "test.delay"(%1) : (i32) -> i32
        "test.block"() ({
          %3 = "test.divide"(%2, %2) : (i32, i32) -> i32
          "test.return"() : () -> ()
        }) : () -> ()
        "test.store"() : () -> ()
        """)));
  }

  @Test
  void constantsMoveRightAndFoldersApply() {
    var module = rewrite("""
        "test.func"() ({
        ^bb0(%a: i32):
          %0 = "test.constant"() {value = 0 : i32} : () -> i32
          %1 = "test.add"(%0, %a) : (i32, i32) -> i32
          %2 = "test.negate"(%1) : (i32) -> i32
          %3 = "test.negate"(%2) : (i32) -> i32
          "test.store"(%3) : (i32) -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """);
    assertEquals(List.of("func", "store", "return"), TestIr.names(module));
    assertEquals(module.body().first().orElseThrow().region(0).entry().argument(0), TestIr.all(module, "test.store").getFirst().operand(0));
  }

  @Test
  void equalConstantsMeetAtTheEntryOfTheFunction() {
    assertEquals(List.of("func", "constant", "constant", "block", "store", "return", "store", "return"), TestIr.names(rewrite("""
        "test.func"() ({
          "test.block"() ({
            %0 = "test.constant"() {value = 7 : i32} : () -> i32
            %1 = "test.constant"() {value = 8 : i32} : () -> i32
            "test.store"(%0, %1) : (i32, i32) -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          %2 = "test.constant"() {value = 7 : i32} : () -> i32
          "test.store"(%2) : (i32) -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """)));
  }

  @Test
  void constantsStayInTheRegionThatAGraphRegionHolds() {
    assertEquals(List.of("graph", "block", "constant", "store", "return", "return"), TestIr.names(rewrite("""
        "test.graph"() ({
          "test.block"() ({
            "test.store"(%0) : (i32) -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          "test.return"() : () -> ()
        }) : () -> ()
        """.replace("\"test.store\"", "%0 = \"test.constant\"() {value = 7 : i32} : () -> i32\n\"test.store\""))));
  }

  @Test
  void patternsOfLargerBenefitGoFirst() {
    var applied = new ArrayList<String>();
    rewrite("""
        "test.checked"() : () -> ()
        """, marking("Small", 1, applied), marking("Large", 5, applied));
    assertEquals(List.of("Large", "Small"), applied);
  }

  @Test
  void patternsOfEqualBenefitGoInTheOrderGiven() {
    var applied = new ArrayList<String>();
    rewrite("""
        "test.checked"() : () -> ()
        """, marking("B", 2, applied), marking("C", 1, applied), marking("A", 2, applied), marking("D", 1, applied));
    assertEquals(List.of("B", "A", "C", "D"), applied);
  }

  private static RewritePattern marking(String name, int benefit, List<String> applied) {
    return new RewritePattern() {
      @Override
      public int benefit() {
        return benefit;
      }

      @Override
      public boolean matchAndRewrite(Operation op, PatternRewriter rewriter) {
        if (op.hasAttribute(name)) {
          return false;
        }
        applied.add(name);
        rewriter.modify(op, () -> op.setAttribute(name, UnitAttr.UNIT));
        return true;
      }
    };
  }

  @Test
  void unreachableBlocksGo() {
    assertEquals(List.of("func", "branch", "return"), TestIr.names(rewrite("""
        "test.func"() ({
          "test.branch"()[^end] : () -> ()
        ^dead:
          %0 = "test.call"() {callee = @f} : () -> i32
          "test.branch"()[^more] : () -> ()
        ^more:
          "test.store"(%0) : (i32) -> ()
          "test.branch"()[^dead] : () -> ()
        ^end:
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """)));
  }

  @Test
  void cyclesThatNothingReadsGo() {
    assertEquals(List.of("graph", "delay", "add", "block", "store", "return", "return"), TestIr.names(rewrite("""
        "test.graph"() ({
          %0 = "test.delay"(%1) : (i32) -> i32
          %1 = "test.add"(%0, %0) : (i32, i32) -> i32
          %2 = "test.delay"(%3) : (i32) -> i32
          %3 = "test.add"(%2, %1) : (i32, i32) -> i32
          "test.block"() ({
            "test.store"(%1) : (i32) -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          "test.return"() : () -> ()
        }) : () -> ()
        """)));
  }

  @Test
  void theResultTellsOfChangesAndConvergence() {
    var module = TestIr.parse("\"test.checked\"() {raw} : () -> ()");
    var config = GreedyConfig.DEFAULT.with(GreedyConfig.Choice.CANONICALIZE, true);
    assertEquals(new GreedyResult(true, List.of()), GreedyRewriter.apply(module, List.of(), config, TestDialect.registry()));
    assertEquals(new GreedyResult(false, List.of()), GreedyRewriter.apply(module, List.of(), config, TestDialect.registry()));
    assertFalse(TestIr.all(module, "test.checked").getFirst().hasAttribute("raw"));
  }
}

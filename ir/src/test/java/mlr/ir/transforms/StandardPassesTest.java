package mlr.ir.transforms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.testing.TestDialect;
import mlr.ir.testing.TestIr;
import mlr.ir.verify.Verifier;
import org.junit.jupiter.api.Test;

class StandardPassesTest {
  private static List<String> run(Pass pass, String text) {
    var module = TestIr.parse(text);
    var diagnostics = new DiagnosticEngine();
    pass.run(module, new PassContext(TestDialect.registry(), diagnostics));
    assertTrue(Verifier.verify(module, diagnostics), () -> TestIr.messages(diagnostics).toString());
    return TestIr.names(module);
  }

  @Test
  void cseMergesUpToCommutation() {
    assertEquals(List.of("func", "add", "store", "return"), run(new CsePass(), """
        "test.func"() ({
        ^bb0(%a: i32, %b: i32):
          %0 = "test.add"(%a, %b) : (i32, i32) -> i32
          %1 = "test.add"(%b, %a) : (i32, i32) -> i32
          "test.store"(%0, %1) : (i32, i32) -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void cseExchangesOperandsOfCommutativeOperationsOnly() {
    assertEquals(List.of("func", "divide", "divide", "store", "return"), run(new CsePass(), """
        "test.func"() ({
        ^bb0(%a: i32, %b: i32):
          %0 = "test.divide"(%a, %b) : (i32, i32) -> i32
          %1 = "test.divide"(%b, %a) : (i32, i32) -> i32
          "test.store"(%0, %1) : (i32, i32) -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void cseMergesWithDominatingBlocksOnly() {
    assertEquals(List.of("func", "add", "store", "branch", "negate", "branch", "negate", "store", "branch", "store", "return"), run(new CsePass(), """
        "test.func"() ({
        ^bb0(%a: i32, %b: i32):
          %0 = "test.add"(%a, %b) : (i32, i32) -> i32
          "test.store"(%0) : (i32) -> ()
          "test.branch"()[^left, ^right] : () -> ()
        ^left:
          %1 = "test.negate"(%a) : (i32) -> i32
          "test.branch"(%1)[^end] : (i32) -> ()
        ^right:
          %2 = "test.negate"(%a) : (i32) -> i32
          %3 = "test.add"(%a, %b) : (i32, i32) -> i32
          "test.store"(%2, %3) : (i32, i32) -> ()
          "test.branch"(%3)[^end] : (i32) -> ()
        ^end(%x: i32):
          %4 = "test.add"(%a, %b) : (i32, i32) -> i32
          "test.store"(%4) : (i32) -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void cseKeepsStateOfDifferentRegionsApart() {
    assertEquals(List.of("func", "graph", "delay", "graph", "delay", "store", "return", "store", "return", "return"), run(new CsePass(), """
        "test.func"() ({
        ^bb0(%a: i32):
          "test.graph"() ({
            %0 = "test.delay"(%a) : (i32) -> i32
            %1 = "test.delay"(%a) : (i32) -> i32
            "test.graph"() ({
              %2 = "test.delay"(%a) : (i32) -> i32
              "test.store"(%2) : (i32) -> ()
              "test.return"() : () -> ()
            }) : () -> ()
            "test.store"(%0, %1) : (i32, i32) -> ()
            "test.return"() : () -> ()
          }) : () -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void cseDoesNotMergeWhatHasEffects() {
    assertEquals(List.of("func", "call", "call", "store", "return"), run(new CsePass(), """
        "test.func"() ({
          %0 = "test.call"() {callee = @g} : () -> i32
          %1 = "test.call"() {callee = @g} : () -> i32
          "test.store"(%0, %1) : (i32, i32) -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void symbolDceKeepsWhatPublicSymbolsReach() {
    var module = TestIr.parse("""
        "test.func"() ({ "test.call"() {callee = @used} : () -> () "test.return"() : () -> () }) {sym_name = "main"} : () -> ()
        "test.func"() ({ "test.call"() {callee = @deep} : () -> () "test.return"() : () -> () }) {sym_name = "used", sym_visibility = "private"} : () -> ()
        "test.func"() ({ "test.return"() : () -> () }) {sym_name = "deep", sym_visibility = "private"} : () -> ()
        "test.func"() ({ "test.call"() {callee = @loop} : () -> () "test.return"() : () -> () }) {sym_name = "loop", sym_visibility = "private"} : () -> ()
        "test.func"() ({ "test.return"() : () -> () }) {sym_name = "listed", sym_visibility = "private"} : () -> ()
        "test.store"() {uses = [{by = @listed}]} : () -> ()
        """);
    new SymbolDcePass().run(module, new PassContext(TestDialect.registry(), new DiagnosticEngine()));
    assertEquals(List.of("main", "used", "deep", "listed"), List.copyOf(new mlr.ir.SymbolTable(module).symbols().keySet()));
  }

  @Test
  void inlineGoesFromCalleesUp() {
    assertEquals(List.of("func", "add", "return", "func", "add", "negate", "return", "func", "add", "negate", "store", "return"), run(InlinePass.plain(), """
        "test.func"() ({
        ^bb0(%a: i32):
          %0 = "test.add"(%a, %a) : (i32, i32) -> i32
          "test.return"(%0) : (i32) -> ()
        }) {sym_name = "twice"} : () -> ()
        "test.func"() ({
        ^bb0(%a: i32):
          %0 = "test.call"(%a) {callee = @twice} : (i32) -> i32
          %1 = "test.negate"(%0) : (i32) -> i32
          "test.return"(%1) : (i32) -> ()
        }) {sym_name = "minus_twice"} : () -> ()
        "test.func"() ({
        ^bb0(%a: i32):
          %0 = "test.call"(%a) {callee = @minus_twice} : (i32) -> i32
          "test.store"(%0) : (i32) -> ()
          "test.return"() : () -> ()
        }) {sym_name = "main"} : () -> ()
        """));
  }

  @Test
  void inlineLeavesRecursionAlone() {
    assertEquals(List.of("func", "store", "call", "return"), run(InlinePass.plain(), """
        "test.func"() ({ "test.store"() : () -> () "test.call"() {callee = @f} : () -> () "test.return"() : () -> () }) {sym_name = "f"} : () -> ()
        """));
  }

  @Test
  void inlinedOperationsKnowTheirCallSite() {
    var module = TestIr.parse("""
        "test.func"() ({ "test.store"() : () -> () "test.return"() : () -> () }) {sym_name = "f"} : () -> ()
        "test.func"() ({ "test.call"() {callee = @f} : () -> () "test.return"() : () -> () }) {sym_name = "g"} : () -> ()
        """);
    InlinePass.plain().run(module, new PassContext(TestDialect.registry(), new DiagnosticEngine()));
    assertEquals("callsite(\"test.mlir\":1:18 at \"test.mlir\":2:18)", TestIr.all(module, "test.store").getLast().location().toString());
  }

  @Test
  void canonicalizeAppliesTheOperationsOwnRewrites() {
    var module = TestIr.parse("\"test.checked\"() {raw} : () -> ()");
    new CanonicalizePass(10, -1, true, true, true, true).run(module, new PassContext(TestDialect.registry(), new DiagnosticEngine()));
    assertTrue(TestIr.all(module, "test.checked").getFirst().attributes().isEmpty());
  }
}

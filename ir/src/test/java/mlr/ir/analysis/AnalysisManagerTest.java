package mlr.ir.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mlr.ir.IrMapping;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.analysis.AnalysisKind.Aspect;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassElement;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.PipelineElement;
import mlr.ir.testing.TestDialect;
import mlr.ir.testing.TestIr;
import org.junit.jupiter.api.Test;

/** Results are computed again exactly when what they read has changed. */
class AnalysisManagerTest {
  private static final String TEXT = """
      "test.func"() ({
      ^bb0:
        "test.branch"()[^bb1] : () -> ()
      ^bb1:
        "test.return"() : () -> ()
      }) {sym_name = "f"} : () -> ()
      "test.func"() ({
        "test.return"() : () -> ()
      }) {sym_name = "g"} : () -> ()
      """;

  private final List<String> computed = Collections.synchronizedList(new ArrayList<>());
  private final AnalysisKind<DominanceInfo> control = kind("control", Aspect.CONTROL_FLOW);
  private final AnalysisKind<DominanceInfo> symbols = kind("symbols", Aspect.SYMBOLS);
  private final AnalysisKind<DominanceInfo> all = kind("all", Aspect.ALL);

  private AnalysisKind<DominanceInfo> kind(String name, Aspect reads) {
    return new AnalysisKind<>(name, reads, op -> {
      computed.add(name + SymbolTable.nameOf(op).map(symbol -> " of " + symbol).orElse(""));
      return DominanceInfo.of(op);
    });
  }

  private static PipelineElement pass(Pass body) {
    return PassElement.of(PassDefinition.named("test").creates(_ -> body), Map.of());
  }

  private PipelineElement ask() {
    return pass((op, context) -> List.of(control, symbols, all).forEach(kind -> context.analysis(kind, op)));
  }

  private static PipelineElement change(Consumer<Operation> change) {
    return pass((op, _) -> change.accept(op));
  }

  private List<String> run(PipelineElement... elements) {
    assertTrue(new PassManager(new Pipeline("builtin.module", List.of(elements)), TestDialect.registry(), new DiagnosticEngine()).run(TestIr.parse(TEXT)));
    return computed;
  }

  @Test
  void nothingChanged() {
    assertEquals(List.of("control", "symbols", "all"), run(ask(), change(_ -> {}), ask(), ask()));
  }

  @Test
  void anAttributeIsNoControlFlow() {
    assertEquals(List.of("control", "symbols", "all", "all"),
        run(ask(), change(module -> TestIr.all(module, "test.return").getFirst().setAttribute("mark", UnitAttr.UNIT)), ask()));
  }

  @Test
  void aBlockIsNoSymbol() {
    assertEquals(List.of("control", "symbols", "all", "control", "all"), run(ask(), change(module -> {
      var region = TestIr.all(module, "test.func").getFirst().region(0);
      region.addBlock().append(TestIr.all(module, "test.return").getFirst().copy(new IrMapping()));
    }), ask()));
  }

  @Test
  void aSuccessorIsControlFlow() {
    assertEquals(List.of("control", "symbols", "all", "control", "all"), run(ask(), change(module -> {
      var branch = TestIr.all(module, "test.branch").getFirst();
      branch.setSuccessor(0, branch.block().orElseThrow());
    }), ask()));
  }

  @Test
  void aNameIsASymbol() {
    assertEquals(List.of("control", "symbols", "all", "symbols", "all"),
        run(ask(), change(module -> TestIr.all(module, "test.func").getFirst().setAttribute("sym_name", new StringAttr("h"))), ask()));
  }

  /** Erased and made anew: equal, but other objects, which results may refer to. */
  @Test
  void aCopyIsAnotherOperation() {
    assertEquals(List.of("control", "symbols", "all", "all"), run(ask(), change(module -> {
      var end = TestIr.all(module, "test.return").getFirst();
      var block = end.block().orElseThrow();
      var copy = end.copy(new IrMapping());
      end.erase();
      block.append(copy);
      copy.setLocation(Location.UNKNOWN);
    }), ask()));
  }

  @Test
  void aChangeInOneFunctionLeavesTheOtherAlone() {
    var marking = pass((op, _) -> {
      if (SymbolTable.nameOf(op).orElseThrow().equals("g")) {
        op.region(0).entry().last().orElseThrow().setAttribute("mark", UnitAttr.UNIT);
      }
    });
    run(new Pipeline("test.func", List.of(ask(), marking, ask())));
    assertEquals(List.of("all of f", "all of g", "all of g"), computed.stream().filter(text -> text.startsWith("all")).sorted().toList());
  }

  @Test
  void aPassThatSaysSoIsBelieved() {
    var asks = pass((op, context) -> {
      context.analysis(all, op);
      context.changesNothing();
    });
    var lies = pass((module, context) -> {
      TestIr.all(module, "test.return").getFirst().setAttribute("mark", UnitAttr.UNIT);
      context.changesNothing();
    });
    assertEquals(List.of("all"), run(asks, lies, asks));
  }
}

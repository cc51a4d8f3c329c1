package mlr.passes.reactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import mlr.dialects.AllDialects;
import mlr.dialects.reactive.NodeOp;
import mlr.ir.Operation;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import org.junit.jupiter.api.Test;

/** What is told of a module's nodes, right and wrong ones. */
class NodeSummaryTextTest {
  private static final String PROGRAM = """
      module attributes {mlr.interface = {
        f = {inputs = [{name = "x", type = "f32", ssa = f32, clock = "."}, {name = "c", type = "bool", ssa = i1, clock = "."}, {name = "d", type = "f32", ssa = f32, clock = "."}],
             outputs = [{name = "y", type = "f32", ssa = f32, clock = ". on not c"}], exported},
        gae = {inputs = [{name = "r", type = "f32", ssa = f32, clock = "."}], outputs = [{name = "g", type = "f32", ssa = f32, clock = "."}]}}} {
      reactive.node @f(%x: f32, %c: i1, %d: f32) -> (f32) {
        %y = reactive.when %x, %c is 0 : f32, i1
        reactive.return %y : f32
      }
      reactive.node private @gae(%r: f32) -> (f32) {
        %zero = arith.constant 0.0 : f32
        %n = reactive.post %g, %zero : f32
        %g = arith.addf %n, %r : f32
        reactive.return %g : f32
      }
      reactive.node private @through(%r: f32) -> (f32) {
        %g = reactive.instance @gae(%r) : (f32) -> f32
        reactive.return %g : f32
      }
      }""";

  private static Operation parse(String text) {
    var diagnostics = new DiagnosticEngine();
    return IrParser.parse(new SourceFile("test.mlir", text), AllDialects.registry(), ParserOptions.DEFAULT, diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
  }

  @Test
  void oneLineANode() {
    assertEquals(List.of(
        "node f (x : f32; c : bool; d : f32) returns (y : f32 when not c)",
        "node gae (r : f32) returns (g : f32)   -- anticausal, not exported",
        "node through (arg0 : f32) returns (res0 : f32)   -- anticausal, not exported"), NodeSummaryText.of(parse(PROGRAM)));
  }

  @Test
  void usersOfAnticausalNodesAreAnticausal() {
    assertEquals(Set.of("gae", "through"), AnticausalNodes.of(parse(PROGRAM)));
  }

  @Test
  void inputsThatNothingReads() {
    var module = parse(PROGRAM);
    assertEquals(List.of("d"), NodeSummaryText.unusedInputs(module, module.collect(NodeOp.class).getFirst()));
  }

  @Test
  void oneWrongNodeDoesNotHideTheErrorsOfOthers() {
    var diagnostics = new DiagnosticEngine();
    assertFalse(ProgramChecks.run(parse("""
        reactive.node @clash(%x: f32, %c: i1) -> (f32) {
          %s = reactive.when %x, %c is 1 : f32, i1
          %y = arith.addf %x, %s : f32
          reactive.return %y : f32
        }
        reactive.node @undefined(%x: f32) -> (f32) {
          %y = reactive.pre %x : f32
          reactive.return %y : f32
        }
        reactive.node @cycle(%x: f32) -> (f32) {
          %y = arith.addf %x, %y : f32
          reactive.return %y : f32
        }"""), diagnostics));
    assertEquals(List.of("clock-clash", "uninitialised", "causality-cycle"),
        diagnostics.all().stream().map(Diagnostic::code).map(code -> code.orElseThrow().text()).toList());
  }
}

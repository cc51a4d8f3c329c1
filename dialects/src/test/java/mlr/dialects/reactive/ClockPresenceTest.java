package mlr.dialects.reactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mlr.dialects.AllDialects;
import mlr.dialects.StraightLine;
import mlr.dialects.reactive.clock.Clock;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.dialects.reactive.clock.ClockPresence;
import mlr.ir.Operation;
import mlr.ir.OpResult;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.verify.Verifier;
import org.junit.jupiter.api.Test;

/** Where data flow alone gives a clock, unification gives the same. */
class ClockPresenceTest {
  @Test
  void samplingAndMergingTellClocks() {
    var module = StraightLine.parse("""
        reactive.node @f(%c: i1, %d: i1, %x: f32) -> (f32) {
          %one = arith.constant 1.0 : f32
          %xc = reactive.when %x, %c is 1 : f32, i1
          %dc = reactive.when %d, %c is 1 : i1, i1
          %xcd = reactive.when %xc, %dc is 1 : f32, i1
          %s = arith.addf %xcd, %one : f32
          %h = reactive.current %s, %one : f32
          %n = reactive.when %x, %c is 0 : f32, i1
          %y = reactive.merge %c [1, 0] %h, %n : i1, f32
          %p = reactive.fby %one, %y : f32
          reactive.return %p : f32
        }
        """);
    var node = module.collect(NodeOp.class).getFirst();
    var presence = ClockPresence.of(node, module);
    var clocks = node.body().operations().stream().flatMap(op -> op.results().stream())
        .map(result -> presence.fact(result).known().map(ClockPresenceTest::depth).orElse(-1)).toList();
    // The number of samplings of each; the constant has no clock.
    assertEquals(List.of(-1, 1, 1, 2, 2, 1, 1, 0, 0), clocks);
  }

  private static int depth(Clock clock) {
    return clock instanceof Clock.On on ? 1 + depth(on.parent()) : 0;
  }

  @Test
  void unificationAgrees() throws IOException {
    int compared = 0;
    try (var files = Files.list(Path.of("../test/lit/reactive"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".mlir")).sorted().toList()) {
        for (var part : new SourceFile(file.toString(), Files.readString(file)).split()) {
          var module = IrParser.parse(part, AllDialects.registry(), ParserOptions.DEFAULT, new DiagnosticEngine());
          if (module.filter(valid -> Verifier.verify(valid, new DiagnosticEngine())).isPresent()) {
            for (var node : module.get().collect(NodeOp.class)) {
              compared += compare(node, module.get());
            }
          }
        }
      }
    }
    assertTrue(compared > 50, "only " + compared + " clocks were compared");
  }

  private static int compare(NodeOp node, Operation module) {
    var diagnostics = new DiagnosticEngine();
    var analysis = ClockAnalysis.of(node, module, diagnostics);
    if (diagnostics.hasErrors()) {
      return 0;
    }
    var presence = ClockPresence.of(node, module);
    int compared = 0;
    for (var op : node.body()) {
      for (OpResult result : op.results()) {
        var clock = presence.fact(result).known();
        if (clock.isPresent()) {
          assertTrue(same(clock.get(), analysis.clockOf(result), analysis), () -> op + " is on '" + analysis.clockOf(result) + "', but was found on '" + clock.get() + "'");
          compared++;
        }
      }
    }
    return compared;
  }

  private static boolean same(Clock a, Clock b, ClockAnalysis analysis) {
    return a instanceof Clock.On x && b instanceof Clock.On y
        ? analysis.canonicalCondition(x.condition()) == analysis.canonicalCondition(y.condition()) && x.value() == y.value() && same(x.parent(), y.parent(), analysis)
        : a.equals(b);
  }
}

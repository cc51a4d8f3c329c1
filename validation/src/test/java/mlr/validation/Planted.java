package mlr.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mlr.dialects.AllDialects;
import mlr.ir.Operation;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.pass.InternalPassError;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassElement;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.PipelineElement;
import mlr.ir.pass.instrumentation.StatisticsInstrumentation;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.verify.Verifier;

/** Runs a pass made for a test, right or wrong, under validation. */
final class Planted {
  private static final int TRIALS = 8;

  private Planted() {}

  /** The verified module of a text. */
  static Operation parse(String text) {
    var diagnostics = new DiagnosticEngine();
    var module = IrParser.parse(new SourceFile("test.mlir", text), AllDialects.registry(), ParserOptions.DEFAULT, diagnostics);
    if (module.isEmpty() || !Verifier.verify(module.get(), diagnostics)) {
      throw new AssertionError("test program is wrong: " + new DiagnosticPrinter(new SourceManager()).print(diagnostics));
    }
    return module.get();
  }

  /** Requires that the pass is found wrong and that the message and its notes contain the texts. */
  static void caught(String module, Consumer<Operation> pass, String... expected) {
    var text = caught(module, "planted", pass);
    for (var part : expected) {
      assertTrue(text.contains(part), () -> "no '" + part + "' in\n" + text);
    }
  }

  /** Requires that the last of some passes, which has a name, is found wrong; returns the message and its notes. */
  @SafeVarargs
  static String caught(String module, String name, Consumer<Operation>... passes) {
    var diagnostics = new DiagnosticEngine();
    var definitions = new ArrayList<PassDefinition>();
    for (int i = 0; i < passes.length; i++) {
      var pass = passes[i];
      definitions.add(PassDefinition.named(i == passes.length - 1 ? name : "right").creates((op, _) -> pass.accept(op)));
    }
    var error = assertThrows(InternalPassError.class, () -> run(module, definitions, diagnostics), "the wrong pass was not caught");
    assertTrue(error.getCause() instanceof PassChangedMeaning, () -> "not a finding of the validation: " + error.getCause());
    assertEquals(1, diagnostics.errorCount());
    var text = new DiagnosticPrinter(new SourceManager()).print(diagnostics);
    assertTrue(text.contains("pass '" + name + "' is wrong") && text.contains("before the pass:") && text.contains("after the pass:"), text);
    return text;
  }

  /** Requires that the pass is accepted; returns what was counted. */
  static String accepted(String module, Consumer<Operation> pass) {
    return accepted(module, PassDefinition.named("planted").creates((op, _) -> pass.accept(op)));
  }

  /** Requires that a pass with options of its own is accepted; returns what was counted. */
  static String accepted(String module, PassDefinition pass) {
    var diagnostics = new DiagnosticEngine();
    try {
      return run(module, List.of(pass), diagnostics);
    } catch (InternalPassError error) {
      throw new AssertionError(new DiagnosticPrinter(new SourceManager()).print(diagnostics), error);
    }
  }

  private static String run(String module, List<PassDefinition> passes, DiagnosticEngine diagnostics) {
    var elements = passes.stream().<PipelineElement>map(pass -> PassElement.of(pass, Map.of())).toList();
    var statistics = new StatisticsInstrumentation();
    assertTrue(new PassManager(new Pipeline("builtin.module", elements), AllDialects.registry(), diagnostics,
        List.of(statistics, new PassValidation(TRIALS))).run(parse(module)));
    return statistics.report();
  }

  /** A pass that changes every symbol, but not what it means. */
  static Consumer<Operation> marks() {
    return module -> module.region(0).entry().forEach(symbol -> symbol.setAttribute("test.mark", UnitAttr.UNIT));
  }

  /** A pass that puts another module in the place of the first one's body, whatever that was. */
  static Consumer<Operation> becomes(String text) {
    return module -> {
      var body = module.region(0).entry();
      for (var op = body.last(); op.isPresent(); op = body.last()) {
        op.get().erase();
      }
      var replacement = parse(text);
      replacement.attributes().asMap().forEach(module::setAttribute);
      for (var op : replacement.region(0).entry().operations()) {
        op.detach();
        body.append(op);
      }
    };
  }
}

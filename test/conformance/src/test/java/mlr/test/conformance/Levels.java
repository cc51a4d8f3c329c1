package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.AllDialects;
import mlr.dialects.reactive.NodeInterface;
import mlr.frontend.FrontendOptions;
import mlr.frontend.MlrFrontend;
import mlr.frontend.ParamBindings;
import mlr.frontend.Source;
import mlr.frontend.types.Scalar;
import mlr.ir.DialectRegistry;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.pass.InternalPassError;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.PipelineParser;
import mlr.ir.pass.instrumentation.VerifyInstrumentation;
import mlr.ir.text.IrParser;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.PrintOptions;
import mlr.lowering.build.TargetLowering;
import mlr.lowering.target.Targets;
import mlr.models.WeightBindings;
import mlr.passes.AllPasses;
import mlr.tools.mlr.trace.TraceReader;
import mlr.validation.PassValidation;

/** A program of the corpus at every level on its way to the llvm dialect of the host, each step validated by running. */
final class Levels {

  private static final int TRACES_A_PASS = 4;

  private final DialectRegistry dialects = AllDialects.registry();
  private final DiagnosticEngine diagnostics = new DiagnosticEngine();
  private final SourceManager sources = new SourceManager();
  private final ConformanceProgram program;
  private List<Level> levels = List.of();

  Levels(ConformanceProgram program) {
    this.program = program;
  }

  /**
   * A module on its way.
   *
   * @param after the pass that it comes from, {@code import} at first
   * @param text its custom form
   */
  record Level(String after, String text) {}

  ConformanceProgram program() {
    return program;
  }

  /** The levels from the front end's module to the llvm dialect, made when first asked for; steps that change nothing are left out. */
  List<Level> all() {
    if (levels.isEmpty()) {
      levels = lowered();
    }
    return levels;
  }

  private List<Level> lowered() {
    var module = imported();
    var found = new ArrayList<>(List.of(new Level("import", print(module))));
    for (var step : steps().elements()) {
      run(module, new Pipeline("builtin.module", List.of(step)));
      var text = print(module);
      if (!text.equals(found.getLast().text())) {
        found.add(new Level(step.toString(), text));
      }
    }
    return found;
  }

  private ModuleOp imported() {
    var real = program.flags().contains("--real=f64") ? Scalar.F64 : Scalar.F32;
    var options = FrontendOptions.defaults().withNode(program.node()).withReal(real);
    var params = program.params().<ParamBindings>map(WeightBindings::read).orElse(ParamBindings.NONE);
    return required(MlrFrontend.compile(new Source.File(program.program()), options.withParams(params), dialects, diagnostics));
  }

  private Pipeline steps() {
    var text = "builtin.module(" + TargetLowering.pipeline(Targets.host()) + ")";
    return required(PipelineParser.parse(new SourceFile("pipeline", text), AllPasses.registry(), diagnostics));
  }

  private void run(ModuleOp module, Pipeline step) {
    try {
      var watching = List.of(new PassValidation(TRACES_A_PASS), new VerifyInstrumentation());
      assertTrue(new PassManager(step, dialects, diagnostics, watching).run(module), this::report);
    } catch (InternalPassError error) {
      throw new AssertionError(report(), error);
    }
  }

  /** The module that a text describes. */
  ModuleOp parse(String text) {
    return required(IrParser.parse(new SourceFile(program.name(), text), dialects, ParserOptions.DEFAULT, diagnostics));
  }

  static String print(ModuleOp module) {
    return IrPrinter.print(module, PrintOptions.DEFAULT) + "\n";
  }

  /** The program's inputs, an array an instant. */
  List<Object[]> inputs(NodeInterface node) {
    if (program.input().isEmpty()) {
      return java.util.stream.IntStream.range(0, program.steps()).mapToObj(_ -> new Object[0]).toList();
    }
    try {
      var file = sources.add(new SourceFile(program.input().get().toString(), Files.readString(program.input().get())));
      return required(TraceReader.read(node, file, diagnostics));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T required(Optional<T> result) {
    return result.orElseThrow(() -> new AssertionError(report()));
  }

  private String report() {
    return program.name() + "\n" + new DiagnosticPrinter(sources).print(diagnostics);
  }
}

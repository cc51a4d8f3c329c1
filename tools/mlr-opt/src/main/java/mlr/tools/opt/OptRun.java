package mlr.tools.opt;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mlr.frontend.FrontendOptions;
import mlr.frontend.MlrFrontend;
import mlr.frontend.Source;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.ExpectedDiagnostics;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.pass.InternalPassError;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.PassRegistry;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.PipelineElement;
import mlr.ir.pass.PipelineParser;
import mlr.ir.pass.Reproduction;
import mlr.ir.pass.instrumentation.DumpPlace;
import mlr.ir.pass.instrumentation.PrintInstrumentation;
import mlr.ir.pass.instrumentation.PrintSelection;
import mlr.ir.pass.instrumentation.StatisticsInstrumentation;
import mlr.ir.pass.instrumentation.TimingInstrumentation;
import mlr.ir.pass.instrumentation.VerifyInstrumentation;
import mlr.ir.text.IrParser;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;
import mlr.ir.text.PrintedText;
import mlr.ir.tool.InternalErrorReport;
import mlr.ir.verify.Verifier;
import mlr.validation.PassValidation;

/** One run of the tool over an input: reads, verifies, runs the pipeline and prints, part by part where the input is split. */
final class OptRun {
  private static final String MODULE = "builtin.module";
  private final OptOptions options;
  private final DialectRegistry dialects;
  private final PassRegistry passes;
  private final PrintStream err;
  private final SourceManager sources = new SourceManager();
  private final TimingInstrumentation timing = new TimingInstrumentation();
  private final StatisticsInstrumentation statistics = new StatisticsInstrumentation();

  OptRun(OptOptions options, DialectRegistry dialects, PassRegistry passes, PrintStream err) {
    this.options = options;
    this.dialects = dialects;
    this.passes = passes;
    this.err = err;
  }

  /** Appends the printed results to {@code out}; returns the exit status. */
  int run(SourceFile source, PrintedText out) {
    var diagnostics = new DiagnosticEngine();
    var pipeline = pipeline(diagnostics);
    if (pipeline.isEmpty()) {
      err.print(new DiagnosticPrinter(sources).print(diagnostics));
      return 1;
    }
    sources.add(source);
    int status = 0;
    var parts = options.splitInput ? source.split() : List.of(source);
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        out.append(SourceFile.SPLIT_MARKER).append('\n');
      }
      status = Math.max(status, process(parts.get(i), pipeline.get(), out));
    }
    if (options.timing) {
      err.print(timing.report());
    }
    if (options.statistics) {
      err.print(statistics.report());
    }
    return status;
  }

  private Optional<Pipeline> pipeline(DiagnosticEngine diagnostics) {
    if (options.pipeline.isPresent()) {
      if (!options.flags.isEmpty()) {
        err.println("mlr-opt: --pass-pipeline leaves no room for --" + options.flags.getFirst().name() + "; put it into the pipeline");
        return Optional.empty();
      }
      return PipelineParser.parse(sources.add(new SourceFile("--pass-pipeline", options.pipeline.get())), passes, diagnostics);
    }
    var elements = new ArrayList<PipelineElement>();
    for (var flag : options.flags) {
      var text = sources.add(new SourceFile("--" + flag.name(), flag.options()));
      var steps = PipelineParser.parseFlag(flag.name(), text, MODULE, passes, diagnostics);
      if (steps.isEmpty()) {
        return Optional.empty();
      }
      elements.addAll(steps.get());
    }
    return Optional.of(new Pipeline(MODULE, elements));
  }

  private int process(SourceFile part, Pipeline pipeline, PrintedText out) {
    var diagnostics = new DiagnosticEngine();
    try {
      transform(part, pipeline, diagnostics).ifPresent(module -> out.append(IrPrinter.text(module, options.printOptions())).append('\n'));
    } catch (InternalPassError error) {
      err.print(new DiagnosticPrinter(sources).print(diagnostics));
      return reproducer(part, pipeline, error).print(err);
    } catch (RuntimeException | StackOverflowError | AssertionError error) {
      err.print(new DiagnosticPrinter(sources).print(diagnostics));
      return reproducer(pipeline, part.text(), error).print(err);
    }
    return report(part, diagnostics);
  }

  /** The failing pass on what those before it make of the input; the whole run where that can't be had again. */
  private InternalErrorReport reproducer(SourceFile part, Pipeline pipeline, InternalPassError error) {
    try {
      var input = read(part, new DiagnosticEngine());
      if (input.isPresent() && Reproduction.advance(input.get(), pipeline, error.failed(), dialects)) {
        return reproducer(error.failed().pipeline(), printSafely(input.get()), error);
      }
    } catch (RuntimeException | StackOverflowError | AssertionError _) {
      // Then the error depends on more than the pipeline.
    }
    return reproducer(pipeline, part.text(), error);
  }

  private InternalErrorReport reproducer(Pipeline pipeline, String input, Throwable error) {
    return new InternalErrorReport("mlr-opt", error, "mlr-opt --pass-pipeline='" + pipeline + "'" + reproducing(), input, "//");
  }

  /** The flags besides the pipeline that an internal error may depend on. */
  private String reproducing() {
    return (options.allowUnregistered ? " --allow-unregistered-dialect" : "") + (options.verifyEach ? "" : " --verify-each=false")
        + (options.validationTrials.isPresent() ? " --validate-passes=" + options.validationTrials.getAsInt() : "")
        + options.plugins.stream().map(plugin -> " --load-plugin=" + plugin.toAbsolutePath()).collect(Collectors.joining());
  }

  private Optional<Operation> transform(SourceFile part, Pipeline pipeline, DiagnosticEngine diagnostics) {
    return read(part, diagnostics)
        .filter(op -> Verifier.verify(op, diagnostics))
        .filter(op -> new PassManager(pipeline, dialects, diagnostics, instrumentations()).withDebug(DebugLog.OFF.to(err::print)).run(op));
  }

  /** MLIR text, or, by the file's name, MLR source with its parameters left open. */
  private Optional<Operation> read(SourceFile part, DiagnosticEngine diagnostics) {
    var module = part.name().endsWith(".mlr") ? MlrFrontend.compile(new Source.Text(part.name(), part.text()), FrontendOptions.defaults(), dialects, diagnostics)
        : IrParser.parse(part, dialects, options.parserOptions(), diagnostics);
    return module.map(op -> op);
  }

  private int report(SourceFile part, DiagnosticEngine diagnostics) {
    var printer = new DiagnosticPrinter(sources);
    if (options.verifyDiagnostics) {
      var problems = ExpectedDiagnostics.of(part).check(diagnostics);
      problems.forEach(problem -> err.print(printer.print(problem)));
      return problems.isEmpty() ? 0 : 1;
    }
    err.print(printer.print(diagnostics));
    return diagnostics.hasErrors() ? 1 : 0;
  }

  /**
   * Printing comes first and timing last: the times then leave out the other instrumentations. After a pass the last is asked
   * first, so that only valid IR is run, and what running counts is counted.
   */
  private List<PassInstrumentation> instrumentations() {
    var all = new ArrayList<PassInstrumentation>();
    if (options.printBeforeAll || options.printAfterAll || !options.printBefore.isEmpty() || !options.printAfter.isEmpty()) {
      var selection = new PrintSelection(pass -> options.printBeforeAll || options.printBefore.contains(pass),
          pass -> options.printAfterAll || options.printAfter.contains(pass), false, false, false);
      all.add(new PrintInstrumentation(selection, this::printSafely, DumpPlace.STREAM));
    }
    if (options.statistics) {
      all.add(statistics);
    }
    options.validationTrials.ifPresent(trials -> all.add(new PassValidation(trials)));
    if (options.verifyEach) {
      all.add(new VerifyInstrumentation());
    }
    if (options.timing) {
      all.add(timing);
    }
    return all;
  }

  /** IR that a pass broke may be beyond its custom form. */
  private String printSafely(Operation op) {
    try {
      return IrPrinter.print(op, options.printOptions());
    } catch (RuntimeException _) {
      return IrPrinter.print(op, PrintOptions.GENERIC);
    }
  }
}

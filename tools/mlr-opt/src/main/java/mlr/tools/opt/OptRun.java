package mlr.tools.opt;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.binary.BinaryWriter;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.ExpectedDiagnostics;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.pass.InternalPassError;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.PassRegistry;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.PipelineExplanation;
import mlr.ir.pass.ReproducerText;
import mlr.ir.text.ExternalResources;
import mlr.ir.verify.Verifier;

/** One run of the tool over an input: reads, verifies, runs the pipeline and prints, part by part where the input is split. */
final class OptRun {
  private static final String MODULE = "builtin.module";

  private final OptOptions options;
  private final DialectRegistry dialects;
  private final PassRegistry passes;
  private final PrintStream err;
  private final SourceManager sources = new SourceManager();
  private final Watching watching;
  private final Reproducers reproducers;

  OptRun(OptOptions options, DialectRegistry dialects, PassRegistry passes, PrintStream err) {
    this.options = options;
    this.dialects = dialects;
    this.passes = passes;
    this.err = err;
    this.watching = new Watching(options);
    this.reproducers = new Reproducers(options, dialects, err);
  }

  /** Appends the results to {@code out}; returns the exit status. */
  int run(List<InputPart> parts, OptOutput out) {
    if (options.binary && parts.size() > 1) {
      err.println("mlr-opt: --emit-bytecode writes one result, the input has " + parts.size() + " parts");
      return 1;
    }
    // A wrong command line is told once, not for each part; only the anchor may depend on the part.
    var wrong = new DiagnosticEngine();
    var pipeline = pipeline(MODULE, wrong);
    if (pipeline.isEmpty()) {
      err.print(new DiagnosticPrinter(sources).print(wrong));
      return 1;
    }
    if (options.dumpPipeline && !options.runReproducer) {
      dump(pipeline.get());
    }
    if (options.explainPipeline) {
      out.text().append(new PipelineExplanation(dialects).explain(pipeline.get()));
      return 0;
    }
    int status = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        out.text().append(options.outputMarker).append('\n');
      }
      status = Math.max(status, process(parts.get(i), pipeline.get(), out));
    }
    err.print(watching.report());
    return status;
  }

  private Optional<Pipeline> pipeline(String anchor, DiagnosticEngine diagnostics) {
    return new PipelineReader(options, passes, sources, err).read(anchor, diagnostics);
  }

  private void dump(Pipeline pipeline) {
    err.println("Pass Manager with " + pipeline.elements().size() + " passes:\n" + pipeline.describe() + "\n");
  }

  private int process(InputPart part, Pipeline given, OptOutput out) {
    var diagnostics = options.diagnostics();
    if (part instanceof InputPart.Text(var source)) {
      sources.add(source);
    }
    var pipeline = given;
    try {
      var external = new ExternalResources();
      var input = read(part, external, diagnostics);
      if (input.isPresent()) {
        var chosen = choose(part, given, input.get(), diagnostics);
        if (chosen.isPresent()) {
          pipeline = chosen.get();
          if (options.bisect.isPresent()) {
            return new Bisection(options, dialects, part, pipeline, err).run();
          }
          transform(part, pipeline, input.get(), external, diagnostics, out);
        }
      }
    } catch (IOException | UncheckedIOException failure) {
      err.println("mlr-opt: " + failure.getMessage());
      return 1;
    } catch (InternalPassError error) {
      err.print(new DiagnosticPrinter(sources).print(diagnostics));
      return reproducers.internalError(part, pipeline, Optional.of(error.failed()), error);
    } catch (RuntimeException | StackOverflowError | AssertionError error) {
      err.print(new DiagnosticPrinter(sources).print(diagnostics));
      return reproducers.internalError(part, pipeline, Optional.empty(), error);
    }
    return report(part, diagnostics);
  }

  private Optional<Operation> read(InputPart part, ExternalResources external, DiagnosticEngine diagnostics) {
    return watching.timing().phase("Parser", () -> options.reader(dialects).read(part, diagnostics, external))
        .filter(op -> Verifier.verify(op, diagnostics))
        .filter(op -> !options.verifyRoundTrip || new RoundTrip(options, dialects).check(op, diagnostics));
  }

  /** The pipeline that the input brings along, or the one given, on the operation that the input is. */
  private Optional<Pipeline> choose(InputPart part, Pipeline given, Operation input, DiagnosticEngine diagnostics) {
    if (options.runReproducer && part instanceof InputPart.Text(var source)) {
      var text = ReproducerText.in(source, diagnostics);
      text.ifPresent(found -> {
        options.singleThread |= found.disableThreading();
        options.verifyEach = found.verifyEach();
      });
      var pipeline = text.flatMap(found -> found.parse(passes, sources, diagnostics));
      if (options.dumpPipeline) {
        pipeline.ifPresent(this::dump);
      }
      return pipeline;
    }
    return options.pipeline.isEmpty() && !input.name().equals(MODULE) ? pipeline(input.name(), diagnostics) : Optional.of(given);
  }

  private void transform(InputPart part, Pipeline pipeline, Operation op, ExternalResources external, DiagnosticEngine diagnostics, OptOutput out) {
    options.generatedReproducer.ifPresent(file -> reproducers.generate(file, op, pipeline));
    var manager = new PassManager(pipeline, dialects, diagnostics, watching.instrumentations(op)).withThreads(options.threads()).withDebug(options.debug(err::print));
    if (options.binary && !(op instanceof ModuleOp)) {
      diagnostics.error(op.location(), "only a module has a binary form; leave out --no-implicit-module");
    } else if (manager.run(op)) {
      watching.timing().phase("Output", () -> print(op, external, pipeline, out));
    } else if (!manager.failures().isEmpty()) {
      reproducers.failure(part, pipeline, manager.failures().getFirst(), diagnostics, op);
    }
  }

  private boolean print(Operation op, ExternalResources external, Pipeline pipeline, OptOutput out) {
    if (options.runReproducer) {
      external.remove(ReproducerText.OWNER);
    }
    if (options.binary) {
      out.setBinary(BinaryWriter.write(op));
    } else {
      boolean verified = options.assumeVerified || options.verifyEach || pipeline.elements().isEmpty();
      out.text().append(new IrOutput(options).result(op, external, verified));
    }
    return true;
  }

  private int report(InputPart part, DiagnosticEngine diagnostics) {
    var printer = new DiagnosticPrinter(sources);
    if (options.verifyDiagnostics && part instanceof InputPart.Text(var source)) {
      var problems = ExpectedDiagnostics.of(source).check(diagnostics);
      problems.forEach(problem -> err.print(printer.print(problem)));
      return problems.isEmpty() ? 0 : 1;
    }
    err.print(printer.print(diagnostics));
    return diagnostics.hasErrors() ? 1 : 0;
  }
}

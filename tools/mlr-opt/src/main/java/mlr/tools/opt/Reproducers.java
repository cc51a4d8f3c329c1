package mlr.tools.opt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.FailedPass;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.ReproducerText;
import mlr.ir.pass.Reproduction;
import mlr.ir.text.IrPrinter;
import mlr.ir.tool.InternalErrorReport;
import mlr.ir.tool.WholeFile;

/** Makes, after a failure, what shows it again. Reads the input once more and runs what came before: nothing is kept in case it is needed. */
record Reproducers(OptOptions options, DialectRegistry dialects, PrintStream err) {
  /** A pipeline and the text of what it fails on. */
  private record Case(Pipeline pipeline, String input) {
    String reproducer(OptOptions options) {
      return new ReproducerText(pipeline.toString(), options.singleThread, options.verifyEach).behind(input);
    }
  }

  /** Says that the tool broke, and leaves a reproducer: the failing pass on what those before it make of the input. */
  int internalError(InputPart part, Pipeline pipeline, Optional<FailedPass> failed, Throwable error) {
    var shown = failed.flatMap(pass -> local(part, pipeline, pass)).or(() -> whole(part, pipeline));
    if (shown.isPresent() && options.crashReproducer.isPresent()) {
      write(options.crashReproducer.get(), (options.localReproducer || failed.isEmpty() ? shown : whole(part, pipeline).or(() -> shown)).get());
    }
    var command = "mlr-opt --pass-pipeline='" + shown.map(Case::pipeline).orElse(pipeline) + "'" + flags();
    return new InternalErrorReport("mlr-opt", error, command, shown.map(Case::input).orElse(""), "//").print(err);
  }

  /** After a pass that reported an error: writes the reproducer that the command line asks for, and says so. */
  void failure(InputPart part, Pipeline pipeline, FailedPass failed, DiagnosticEngine diagnostics, Operation root) {
    options.crashReproducer.ifPresent(file -> {
      var shown = options.localReproducer ? local(part, pipeline, failed) : whole(part, pipeline);
      if (shown.isPresent() && write(file, shown.get())) {
        var running = options.localReproducer ? failed.describe() : "[" + failed.describe() + "]";
        diagnostics.error(root.location(), "Failures have been detected while processing an MLIR pass pipeline")
            .note("Pipeline failed while executing " + running + ": reproducer generated at `" + file + "`");
      }
    });
  }

  /** The input with everything that is run on it. */
  void generate(Path file, Operation input, Pipeline pipeline) {
    write(file, new Case(pipeline, text(input)));
  }

  private Optional<Case> whole(InputPart part, Pipeline pipeline) {
    if (part instanceof InputPart.Text(var source)) {
      var read = input(part).map(op -> new Case(pipeline, text(op)));
      return read.isPresent() ? read : Optional.of(new Case(pipeline, source.text()));
    }
    return input(part).map(op -> new Case(pipeline, text(op)));
  }

  private Optional<Case> local(InputPart part, Pipeline pipeline, FailedPass failed) {
    return input(part).filter(op -> Reproduction.advance(op, pipeline, failed, dialects)).map(op -> new Case(failed.pipeline(), text(op)));
  }

  // What breaks on its way here depends on more than the pipeline.
  private Optional<Operation> input(InputPart part) {
    try {
      return options.reader(dialects).read(part, new DiagnosticEngine());
    } catch (RuntimeException | StackOverflowError | AssertionError _) {
      return Optional.empty();
    }
  }

  private static String text(Operation op) {
    return IrPrinter.print(op) + "\n";
  }

  private boolean write(Path file, Case shown) {
    try {
      WholeFile.write(file, shown.reproducer(options).getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException failure) {
      err.println("mlr-opt: cannot write the reproducer '" + file + "': " + failure.getMessage());
      return false;
    }
  }

  /** The flags besides the pipeline that an internal error may depend on. */
  private String flags() {
    return (options.allowUnregistered ? " --allow-unregistered-dialect" : "") + (options.verifyEach ? "" : " --verify-each=false")
        + (options.checkIsolation ? " --check-isolation" : "")
        + (options.validationTrials.isPresent() ? " --validate-passes=" + options.validationTrials.getAsInt() : "")
        + options.plugins.stream().map(plugin -> " --load-plugin=" + plugin.toAbsolutePath()).collect(Collectors.joining());
  }
}

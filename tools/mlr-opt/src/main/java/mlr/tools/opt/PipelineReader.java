package mlr.tools.opt;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Optional;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.pass.PassRegistry;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.PipelineElement;
import mlr.ir.pass.PipelineParser;

/** Reads the pipeline that the command line asks for. */
record PipelineReader(OptOptions options, PassRegistry passes, SourceManager sources, PrintStream err) {
  /**
   * The pipeline; empty after an error.
   *
   * @param anchor the operation that passes given as flags run on
   */
  Optional<Pipeline> read(String anchor, DiagnosticEngine diagnostics) {
    return options.pipeline.isPresent() ? whole(diagnostics) : flags(anchor, diagnostics);
  }

  private Optional<Pipeline> whole(DiagnosticEngine diagnostics) {
    if (!options.flags.isEmpty()) {
      err.println("mlr-opt: --pass-pipeline leaves no room for --" + options.flags.getFirst().name() + "; put it into the pipeline");
      return Optional.empty();
    }
    return PipelineParser.parse(sources.add(new SourceFile("--pass-pipeline", options.pipeline.get())), passes, diagnostics);
  }

  private Optional<Pipeline> flags(String anchor, DiagnosticEngine diagnostics) {
    var elements = new ArrayList<PipelineElement>();
    for (var flag : options.flags) {
      var text = sources.add(new SourceFile("--" + flag.name(), flag.options()));
      var steps = PipelineParser.parseFlag(flag.name(), text, anchor, passes, diagnostics);
      if (steps.isEmpty()) {
        return Optional.empty();
      }
      elements.addAll(steps.get());
    }
    return Optional.of(new Pipeline(anchor, elements));
  }
}

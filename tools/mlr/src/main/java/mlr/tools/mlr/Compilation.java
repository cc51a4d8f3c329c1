package mlr.tools.mlr;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mlr.dialects.AllDialects;
import mlr.dialects.reactive.NodeInterface;
import mlr.frontend.FrontendOptions;
import mlr.frontend.MlrFrontend;
import mlr.frontend.ParamBindings;
import mlr.frontend.Source;
import mlr.frontend.typed.TypedProgram;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.PipelineParser;
import mlr.ir.plugin.PluginException;
import mlr.ir.plugin.Plugins;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.verify.Verifier;
import mlr.models.WeightBindings;
import mlr.passes.AllPasses;
import mlr.passes.reactive.ProgramChecks;

/** One program on its way down: the source, what was said about it, and the passes to take. */
final class Compilation {
  private final ProgramOptions options;
  private final DialectRegistry dialects;
  private final DiagnosticEngine diagnostics = new DiagnosticEngine();
  private final SourceManager sources = new SourceManager();

  Compilation(ProgramOptions options) {
    this.options = options;
    this.dialects = dialects(options);
  }

  private static DialectRegistry dialects(ProgramOptions options) {
    try {
      return Plugins.load(options.plugins()).addTo(AllDialects.registry());
    } catch (PluginException unusable) {
      throw new Failure(unusable.getMessage(), "");
    }
  }

  ProgramOptions options() {
    return options;
  }

  DialectRegistry dialects() {
    return dialects;
  }

  DiagnosticEngine diagnostics() {
    return diagnostics;
  }

  /** The program at the reactive level with its parameters bound, checked; empty when something is wrong with it. */
  Optional<ModuleOp> checked() {
    return checked(options.params().<ParamBindings>map(WeightBindings::read).orElse(ParamBindings.NONE));
  }

  /** The same, with parameters from {@code params}. */
  Optional<ModuleOp> checked(ParamBindings params) {
    return isIr() ? ir().filter(op -> ProgramChecks.run(op, diagnostics)) : typed(params).flatMap(program -> checked(program, params));
  }

  /** The module of a typed program, checked. */
  Optional<ModuleOp> checked(TypedProgram program, ParamBindings params) {
    return MlrFrontend.emit(program, frontend(params), dialects, diagnostics).filter(op -> ProgramChecks.run(op, diagnostics));
  }

  /** The source, parsed and typed. */
  Optional<TypedProgram> typed(ParamBindings params) {
    return MlrFrontend.check(new Source.File(existing()), frontend(params), diagnostics);
  }

  /** Whether the program is given as IR. */
  boolean isIr() {
    return options.file().toString().endsWith(".mlir");
  }

  private FrontendOptions frontend(ParamBindings params) {
    var frontend = FrontendOptions.defaults().withReal(options.real()).withSearchPath(options.searchPath()).withParams(params);
    return options.node().map(frontend::withNode).orElse(frontend);
  }

  private Path existing() {
    if (!Files.isRegularFile(options.file())) {
      throw new Failure("cannot open '" + options.file() + "': no such file", "Give the path of an .mlr file, or of an .mlir file at any level.");
    }
    return options.file();
  }

  /** A module in MLIR text, at any level. */
  private Optional<ModuleOp> ir() {
    return IrParser.parse(read(existing()), dialects, ParserOptions.DEFAULT, diagnostics).filter(op -> Verifier.verify(op, diagnostics));
  }

  /** Runs passes over the module; false when one of them failed. */
  boolean run(Operation module, String passes) {
    var text = new SourceFile("pipeline", "builtin.module(" + passes + ")");
    var pipeline = PipelineParser.parse(text, AllPasses.registry(), diagnostics);
    return pipeline.isPresent() && new PassManager(pipeline.get(), dialects, diagnostics).run(module);
  }

  /** The interface of the node that was asked for, or of the only exported one. */
  NodeInterface node(Operation module) {
    var exported = NodeInterface.all(module).stream().filter(NodeInterface::exported).toList();
    if (options.node().isPresent()) {
      return NodeInterface.of(module, options.node().get())
          .orElseThrow(() -> new Failure("'" + options.file() + "' has no node '" + options.node().get() + "'", names(exported)));
    }
    if (exported.size() != 1) {
      throw new Failure(exported.isEmpty() ? "'" + options.file() + "' exports no node" : "'" + options.file() + "' exports several nodes", names(exported));
    }
    return exported.getFirst();
  }

  private static String names(List<NodeInterface> nodes) {
    return nodes.isEmpty() ? "Write a node without static parameters." : "Choose one with --node: " + String.join(", ", nodes.stream().map(NodeInterface::name).toList()) + ".";
  }

  /** Prints everything that was reported and says whether there were errors. */
  boolean report(PrintStream err) {
    diagnostics.all().forEach(this::load);
    err.print(new DiagnosticPrinter(sources).print(diagnostics));
    return diagnostics.hasErrors();
  }

  /** A table or other text file that diagnostics may point into. */
  SourceFile read(Path file) {
    try {
      return sources.add(SourceFile.read(file));
    } catch (IOException _) {
      throw new Failure("cannot read '" + file + "'", Files.exists(file) ? "It must be a text file in UTF-8." : "There is no such file.");
    }
  }

  private void load(Diagnostic diagnostic) {
    diagnostic.location().filePosition().map(Location.FileLineCol::file).filter(name -> sources.file(name).isEmpty()).map(Path::of)
        .filter(Files::isRegularFile).ifPresent(this::read);
    diagnostic.notes().forEach(this::load);
  }
}

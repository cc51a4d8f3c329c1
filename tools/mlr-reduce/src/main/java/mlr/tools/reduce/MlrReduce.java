package mlr.tools.reduce;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import mlr.dialects.AllDialects;
import mlr.ir.DialectRegistry;
import mlr.ir.IrMapping;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.pass.PassRegistry;
import mlr.ir.pass.PipelineParser;
import mlr.ir.plugin.PluginArguments;
import mlr.ir.plugin.PluginException;
import mlr.ir.plugin.Plugins;
import mlr.ir.reduction.Interestingness;
import mlr.ir.reduction.Reduction;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;
import mlr.ir.tool.InternalErrorReport;
import mlr.ir.tool.LargeStack;
import mlr.ir.tool.WholeFile;
import mlr.ir.verify.Verifier;
import mlr.passes.AllPasses;
import mlr.tools.opt.CommandLineException;
import mlr.tools.opt.InputPart;
import mlr.tools.opt.InputReader;
import mlr.tools.opt.TestPasses;
import mlr.tools.reduce.test.PipelineTest;
import mlr.tools.reduce.test.ScriptTest;

/** {@code mlr-reduce}: the smallest program that still shows a failure. */
public final class MlrReduce {
  private static final int SUCCESS = 0;
  private static final int USER_ERROR = 1;

  private MlrReduce() {}

  public static void main(String[] arguments) {
    LargeStack.runAndExit(out -> run(arguments, System.in, out, System.err));
  }

  /** Runs the tool: 0 when all went well, 1 when the input is wrong or not interesting, 2 when the tool is broken. */
  public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
    try (var plugins = Plugins.load(PluginArguments.of(arguments))) {
      var command = new ReduceCommand();
      var options = command.parse(arguments);
      if (options.help) {
        out.print(command.help());
        return SUCCESS;
      }
      var part = InputPart.read(options.input, in, Optional.empty()).getFirst();
      var dialects = plugins.addTo(AllDialects.registry());
      return reduce(options, part, dialects, plugins.addTo(AllPasses.registry().register(TestPasses.all())), out, err);
    } catch (PluginException | CommandLineException wrong) {
      err.println("mlr-reduce: " + wrong.getMessage());
    } catch (NoSuchFileException missing) {
      err.println("mlr-reduce: cannot open '" + missing.getFile() + "': no such file or directory");
    } catch (IOException failure) {
      err.println("mlr-reduce: " + failure.getMessage());
    }
    return USER_ERROR;
  }

  private static int reduce(ReduceOptions options, InputPart part, DialectRegistry dialects, PassRegistry passes, PrintStream out, PrintStream err) throws IOException {
    var diagnostics = new DiagnosticEngine();
    var sources = new SourceManager();
    var source = part instanceof InputPart.Text text ? text.source() : new SourceFile(part.name(), "");
    sources.add(source);
    try {
      var input = new InputReader(options.parserOptions(), true, dialects).read(part, diagnostics).filter(op -> Verifier.verify(op, diagnostics));
      var interestingness = interestingness(options, dialects, passes, sources, diagnostics);
      if (input.isPresent() && interestingness.isPresent()) {
        return reduce(options, input.get(), interestingness.get(), dialects, out, err);
      }
    } catch (RuntimeException | StackOverflowError | AssertionError fault) {
      return new InternalErrorReport("mlr-reduce", fault, "mlr-reduce", source.text(), "//").print(err);
    }
    err.print(new DiagnosticPrinter(sources).print(diagnostics));
    return USER_ERROR;
  }

  private static Optional<Interestingness> interestingness(ReduceOptions options, DialectRegistry dialects, PassRegistry passes, SourceManager sources, DiagnosticEngine diagnostics) {
    if (options.script.isPresent()) {
      return Optional.of(new ScriptTest(options.script.get(), options.scriptArguments));
    }
    return PipelineParser.parse(sources.add(new SourceFile("--pass-pipeline", options.pipeline.orElseThrow())), passes, diagnostics)
        .map(pipeline -> new PipelineTest(pipeline, dialects, options.wrong.orElseThrow()));
  }

  private static int reduce(ReduceOptions options, Operation input, Interestingness interestingness, DialectRegistry dialects, PrintStream out, PrintStream err) throws IOException {
    if (!interestingness.test(input.copy(new IrMapping()))) {
      err.println("mlr-reduce: the input is not interesting: " + (options.script.isPresent() ? "'" + options.script.get() + "' ends with status 0 for it"
          : "the pipeline does not go wrong on it in this way"));
      return USER_ERROR;
    }
    var reduction = new Reduction(input, interestingness, dialects);
    var smallest = reduction.run();
    var text = IrPrinter.text(smallest, PrintOptions.DEFAULT).append("\n\n");
    if (options.output.isPresent()) {
      WholeFile.write(options.output.get(), text::writeTo);
    } else {
      text.writeTo(out);
    }
    err.println("mlr-reduce: from " + operations(input) + " operations to " + operations(smallest) + ", tested " + reduction.tests() + " times");
    return SUCCESS;
  }

  private static int operations(Operation root) {
    return root.collect(Operation.class).size();
  }
}

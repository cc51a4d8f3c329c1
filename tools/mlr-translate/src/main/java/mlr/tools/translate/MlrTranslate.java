package mlr.tools.translate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import mlr.dialects.AllDialects;
import mlr.ir.DialectRegistry;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.plugin.PluginArguments;
import mlr.ir.plugin.PluginException;
import mlr.ir.plugin.Plugins;
import mlr.ir.tool.InputFile;
import mlr.ir.tool.InternalErrorReport;
import mlr.ir.tool.LargeStack;
import mlr.ir.tool.WholeFile;
import mlr.lowering.LoweringException;
import mlr.models.ModelFileException;
import picocli.CommandLine.ParameterException;

/** {@code mlr-translate}: between MLR source, MLIR text, MLIR in Protocol Buffers, LLVM IR and object files. */
public final class MlrTranslate {
  private static final int SUCCESS = 0;
  private static final int USER_ERROR = 1;

  private MlrTranslate() {}

  public static void main(String[] arguments) {
    LargeStack.runAndExit(out -> run(arguments, System.in, out, System.err));
  }

  /** Runs the tool: 0 when all went well, 1 when the input or the command line is wrong, 2 when the tool is. */
  public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
    var command = new TranslateCommand();
    try (var plugins = Plugins.load(PluginArguments.of(arguments))) {
      var options = command.parse(arguments);
      if (options.isEmpty()) {
        command.printUsage(out);
        return SUCCESS;
      }
      return translate(options.get(), plugins.addTo(AllDialects.registry()), in, out, err);
    } catch (PluginException unusable) {
      err.println("mlr-translate: " + unusable.getMessage());
    } catch (ParameterException wrong) {
      err.println("mlr-translate: " + wrong.getMessage());
    } catch (NoSuchFileException missing) {
      err.println("mlr-translate: cannot open '" + missing.getFile() + "': no such file or directory");
    } catch (IOException failure) {
      err.println("mlr-translate: " + failure.getMessage());
    } catch (LoweringException failure) {
      err.println("error: " + failure.getMessage() + "\n  " + failure.wayOut());
    } catch (ModelFileException failure) {
      err.println("error: " + failure.getMessage() + "\n  " + failure.wayOut());
    }
    return USER_ERROR;
  }

  private static int translate(TranslateOptions options, DialectRegistry dialects, InputStream in, PrintStream out, PrintStream err) throws IOException {
    var bytes = InputFile.read(options.input(), in);
    try {
      return translate(options, dialects, bytes, out, err);
    } catch (LoweringException | ModelFileException mistake) {
      throw mistake;
    } catch (RuntimeException | StackOverflowError | AssertionError fault) {
      // Bytes have no comment to hold the command and the trace: the report then keeps these alone, and names the input.
      var text = options.translation().readsText() ? new String(bytes, StandardCharsets.UTF_8) : "";
      return new InternalErrorReport("mlr-translate", fault, options.command(), text, options.translation().comment()).print(err);
    }
  }

  private static int translate(TranslateOptions options, DialectRegistry dialects, byte[] bytes, PrintStream out, PrintStream err) throws IOException {
    var diagnostics = new DiagnosticEngine();
    var result = options.translation().apply(new Translation.Request(options.input(), bytes, options, dialects, diagnostics));
    var sources = new SourceManager();
    if (options.translation().readsText()) {
      sources.add(new SourceFile(InputFile.shown(options.input()), new String(bytes, StandardCharsets.UTF_8)));
    }
    err.print(new DiagnosticPrinter(sources).print(diagnostics));
    if (result.isEmpty() || diagnostics.hasErrors()) {
      return USER_ERROR;
    }
    if (options.output().isPresent()) {
      WholeFile.write(options.output().get(), result.get());
    } else {
      out.write(result.get(), 0, result.get().length);
    }
    return SUCCESS;
  }
}

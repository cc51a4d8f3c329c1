package mlr.tools.opt;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import mlr.dialects.AllDialects;
import mlr.ir.plugin.PluginArguments;
import mlr.ir.plugin.PluginException;
import mlr.ir.plugin.Plugins;
import mlr.ir.tool.LargeStack;
import mlr.ir.tool.WholeFile;
import mlr.passes.AllPasses;

/** {@code mlr-opt}: reads MLIR, runs passes, prints MLIR. Flags and output as upstream's {@code mlir-opt}. */
public final class MlrOpt {
  private static final int SUCCESS = 0;
  private static final int USER_ERROR = 1;

  private MlrOpt() {}

  public static void main(String[] arguments) {
    LargeStack.runAndExit(out -> run(arguments, System.in, out, System.err));
  }

  /** Runs the tool: 0 when all went well, 1 when the input or the command line is wrong, 2 when the tool is. */
  public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
    return Watch.file(arguments)
        .map(file -> Watch.run(file, arguments, (result, messages) -> runOnce(arguments, InputStream.nullInputStream(), result, messages), in, out, err))
        .orElseGet(() -> runOnce(arguments, in, out, err));
  }

  private static int runOnce(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
    try (var plugins = Plugins.load(PluginArguments.of(arguments, Watch.OPTION))) {
      return run(arguments, plugins, in, out, err);
    } catch (PluginException unusable) {
      err.println("mlr-opt: " + unusable.getMessage());
      return USER_ERROR;
    }
  }

  private static int run(String[] arguments, Plugins plugins, InputStream in, PrintStream out, PrintStream err) throws PluginException {
    var dialects = plugins.addTo(AllDialects.registry());
    var passes = plugins.addTo(AllPasses.registry().register(TestPasses.all()));
    OptCommand command;
    OptOptions options;
    try {
      command = new OptCommand(passes);
      options = command.parse(arguments);
      options.runWatched(plugins);
    } catch (CommandLineException wrong) {
      err.println("mlr-opt: " + wrong.getMessage());
      return USER_ERROR;
    }
    if (options.help) {
      out.print(command.help());
      return SUCCESS;
    }
    if (options.listPasses) {
      out.print(command.passList());
      return SUCCESS;
    }
    if (options.printClassPath) {
      out.println(System.getProperty("java.class.path"));
      return SUCCESS;
    }
    if (options.showDialects) {
      out.println("Available Dialects: " + String.join(",", dialects.namespaces().stream().sorted().toList()));
      return SUCCESS;
    }
    try {
      var result = new OptOutput();
      var parts = InputPart.read(options.input, in, options.splitMarker);
      int status = new OptRun(options, dialects, passes, err).run(parts, result);
      if (options.output.isEmpty()) {
        result.writeTo(out);
      } else if (status == SUCCESS) {
        WholeFile.write(options.output.get(), result::writeTo);
      }
      return status;
    } catch (NoSuchFileException missing) {
      err.println("mlr-opt: cannot open '" + missing.getFile() + "': no such file or directory");
    } catch (IOException failure) {
      err.println("mlr-opt: " + failure.getMessage());
    }
    return USER_ERROR;
  }
}

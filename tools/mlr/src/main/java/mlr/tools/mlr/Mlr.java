package mlr.tools.mlr;

import java.io.InputStream;
import java.io.PrintStream;
import mlr.interpreter.ExecutionError;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.tool.InternalErrorReport;
import mlr.ir.tool.LargeStack;
import mlr.lowering.LoweringException;
import mlr.models.ModelFileException;
import picocli.CommandLine.ParameterException;

/** {@code mlr}: checks, runs and builds programs. */
public final class Mlr {
  static final int SUCCESS = 0;
  static final int USER_ERROR = 1;

  private Mlr() {}

  public static void main(String[] arguments) {
    LargeStack.runAndExit(out -> run(arguments, System.in, out, System.err));
  }

  /** Runs the tool: 0 when all went well, 1 when the program or the command line is wrong, 2 when the tool is. */
  public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
    try {
      return new MlrCommand().parse(arguments).run(out, err);
    } catch (ParameterException wrong) {
      err.println("mlr: " + wrong.getMessage());
      err.println("Type 'mlr --help' for what there is.");
    } catch (Failure failure) {
      say(err, failure.getMessage(), failure.wayOut());
    } catch (LoweringException failure) {
      say(err, failure.getMessage(), failure.wayOut());
    } catch (ModelFileException failure) {
      say(err, failure.getMessage(), failure.wayOut());
    } catch (ExecutionError failure) {
      var place = failure.location().filePosition().map(p -> p.file() + ":" + p.line() + ":" + p.column() + ": ").orElse("");
      say(err, place + failure.getMessage(), "");
    } catch (UndefinedBehavior failure) {
      say(err, failure.getMessage(), "");
    } catch (OutOfMemoryError _) {
      say(err, "the memory that Java may use does not suffice", "Run fewer instants, or allow more: JAVA_TOOL_OPTIONS=-Xmx8g");
    } catch (RuntimeException | StackOverflowError | AssertionError fault) {
      return new InternalErrorReport("mlr", fault, "mlr " + String.join(" ", arguments), "", "--").print(err);
    }
    return USER_ERROR;
  }

  private static void say(PrintStream err, String message, String wayOut) {
    err.println("error: " + message);
    if (!wayOut.isEmpty()) {
      err.println("  " + wayOut);
    }
  }
}

package mlr.test.conformance;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mlr.tools.mlr.Mlr;

/**
 * One use of the {@code mlr} command inside this process.
 *
 * @param arguments the command line
 * @param exit 0 fine, 1 the user's mistake, 2 and above the compiler's
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Invocation(List<String> arguments, int exit, String out, String err) {

  /** Runs {@code mlr} with the given command line and an empty standard input. */
  static Invocation mlr(List<String> arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit;
    try (var printOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        var printErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      exit = Mlr.run(arguments.toArray(String[]::new), InputStream.nullInputStream(), printOut, printErr);
    }
    return new Invocation(arguments, exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The command line, what it printed and how it ended, for the message of a failed test. */
  String report() {
    return "mlr " + String.join(" ", arguments) + "\nexit " + exit + "\n" + err;
  }
}

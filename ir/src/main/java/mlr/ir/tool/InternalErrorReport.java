package mlr.ir.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import mlr.ir.pass.InternalPassError;
import mlr.ir.plugin.Plugins;

/**
 * What a tool says when it broke: that this is its own fault, and where the input and the command line are that show it again.
 *
 * @param tool the tool's name
 * @param error what was thrown
 * @param command the command line that fails on {@code input}, without the input
 * @param input the text that it fails on
 * @param comment what starts a comment in {@code input}, {@code //} in MLIR
 */
public record InternalErrorReport(String tool, Throwable error, String command, String input, String comment) {
  /** The exit status of a tool that broke. */
  public static final int EXIT_STATUS = 2;

  /** Prints the report, after writing the reproducer to a temporary file; returns {@link #EXIT_STATUS}. */
  public int print(PrintStream out) {
    out.println(tool + ": internal error: " + describe(error));
    out.println("This is a bug in " + (error instanceof InternalPassError ? "that pass" : tool) + ", not in its input.");
    framesInPlugins().forEach(out::println);
    try {
      var file = Files.createTempFile(tool + "-reproducer-", ".mlir");
      Files.writeString(file, reproducer());
      out.println("To show it again: " + command + " " + file);
    } catch (IOException failure) {
      out.println("The reproducer could not be written (" + failure.getMessage() + "), here it is:");
      out.println(reproducer());
    }
    out.flush();
    return EXIT_STATUS;
  }

  /** The input under the command line and the stack trace, as comments. */
  public String reproducer() {
    var trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    var text = new StringBuilder(comment).append(" ").append(command).append(" %s\n");
    trace.toString().lines().limit(200).forEach(line -> text.append(comment).append(' ').append(line.replace("\t", "    ")).append('\n'));
    return text.append(input).append(input.endsWith("\n") ? "" : "\n").toString();
  }

  /** Where in a plugin's own code it happened, whose author wants to see it at once. */
  private Stream<String> framesInPlugins() {
    var innermost = Stream.iterate(error, Objects::nonNull, Throwable::getCause).reduce((_, last) -> last).orElseThrow();
    return Arrays.stream(innermost.getStackTrace()).filter(frame -> Plugins.LOADER.equals(frame.getClassLoaderName())).limit(5)
        .map(frame -> "  at " + frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")");
  }

  private static String describe(Throwable error) {
    return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
  }
}

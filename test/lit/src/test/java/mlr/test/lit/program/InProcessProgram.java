package mlr.test.lit.program;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One of our own tools, called in this JVM: starting a JVM for every {@code RUN:} line would take longer than the tests.
 *
 * @param tool the tool's entry
 * @param firstArguments given before those of the {@code RUN:} line, unless that line sets the same option itself
 */
public record InProcessProgram(Tool tool, List<String> firstArguments) implements Program {
  /** The stack a tool's own {@code main} gives its thread, since deeply nested input recurses deeply. */
  private static final long STACK_BYTES = 512L << 20;

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int CRASHED = 134;
  private static final int TIMED_OUT = 137;

  /** The entry every tool has beside its {@code main}: arguments and streams in, exit status out. */
  @FunctionalInterface
  public interface Tool {
    int run(String[] arguments, InputStream input, PrintStream output, PrintStream errors);
  }

  @Override
  public Result run(List<String> arguments, byte[] input, boolean errorsToOutput) throws InterruptedException {
    var outputBytes = new ByteArrayOutputStream();
    var errorBytes = new ByteArrayOutputStream();
    var output = new PrintStream(outputBytes, false, StandardCharsets.UTF_8);
    var errors = errorsToOutput ? output : new PrintStream(errorBytes, false, StandardCharsets.UTF_8);
    int[] status = {TIMED_OUT};
    var thread = new Thread(null, () -> status[0] = runTool(arguments, input, output, errors), "tool", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    if (!thread.join(LIMIT)) {
      errors.println("no end after " + LIMIT.toMinutes() + " minutes, at");
      for (StackTraceElement frame : thread.getStackTrace()) {
        errors.println("    " + frame);
      }
    }
    output.flush();
    errors.flush();
    return new Result(status[0], outputBytes.toByteArray(), errorBytes.toByteArray());
  }

  private int runTool(List<String> arguments, byte[] input, PrintStream output, PrintStream errors) {
    try {
      return tool.run(withFirstArguments(arguments).toArray(String[]::new), new ByteArrayInputStream(input), output, errors);
    } catch (Throwable crash) {
      crash.printStackTrace(errors);
      return CRASHED;
    }
  }

  private List<String> withFirstArguments(List<String> arguments) {
    var all = new ArrayList<String>();
    for (String first : firstArguments) {
      if (arguments.stream().noneMatch(argument -> argument.startsWith(first))) {
        all.add(first);
      }
    }
    all.addAll(arguments);
    return all;
  }
}

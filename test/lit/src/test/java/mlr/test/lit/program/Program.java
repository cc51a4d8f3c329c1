package mlr.test.lit.program;

import java.io.IOException;
import java.util.List;

/** Something a {@code RUN:} line can call by name. */
public interface Program {

  /**
   * What a run left behind.
   *
   * @param status the exit status; 128 and above means that the program crashed
   * @param output standard output, and standard error too where the caller asked for both in one
   * @param errors standard error
   */
  record Result(int status, byte[] output, byte[] errors) {}

  /**
   * Runs to the end.
   *
   * @param arguments the words after the program's name
   * @param input standard input
   * @param errorsToOutput whether standard error goes where standard output goes, in the order written
   */
  Result run(List<String> arguments, byte[] input, boolean errorsToOutput) throws IOException, InterruptedException;
}

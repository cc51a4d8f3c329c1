package mlr.test.lit.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the host, such as FileCheck, run as a process.
 *
 * @param executable its path
 * @param folder the working directory
 */
record ExternalProgram(Path executable, Path folder) implements Program {
  private static final HostShells SHELLS = new HostShells();

  @Override
  public Result run(List<String> arguments, byte[] input, boolean errorsToOutput) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(executable.toString());
    command.addAll(arguments);
    return SHELLS.run(command, folder, input, errorsToOutput);
  }
}

package mlr.tools.reduce.test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.reduction.Interestingness;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;

/**
 * IR for which a program, given it in a file, ends with another status than 0, as upstream's {@code mlir-reduce} has it.
 *
 * @param script the program
 * @param arguments what it gets before the file
 */
public record ScriptTest(String script, List<String> arguments) implements Interestingness {
  @Override
  public boolean test(Operation op) throws IOException {
    var file = Files.createTempFile("mlr-reduce-", ".mlir");
    try {
      Files.writeString(file, IrPrinter.print(op, PrintOptions.DEFAULT) + "\n");
      var command = new ArrayList<>(List.of(script));
      command.addAll(arguments);
      command.add(file.toString());
      var process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      return process.waitFor() != 0;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while '" + script + "' ran", interruption);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}

package mlr.ir.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InternalErrorReportTest {
  @Test
  void theReproducerHoldsCommandTraceAndInput() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var report = new InternalErrorReport("mlr-opt", new IllegalStateException("no idea"), "mlr-opt --cse", "module {\n}\n", "//");
    assertEquals(2, report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
    var lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals("mlr-opt: internal error: no idea", lines.get(0));
    var command = "To show it again: mlr-opt --cse ";
    assertTrue(lines.get(2).startsWith(command), lines.get(2));
    var file = Path.of(lines.get(2).substring(command.length()));
    var reproducer = Files.readAllLines(file);
    Files.delete(file);
    assertEquals("// mlr-opt --cse %s", reproducer.getFirst());
    assertEquals("// java.lang.IllegalStateException: no idea", reproducer.get(1));
    assertEquals("module {", reproducer.get(reproducer.size() - 2));
    assertEquals("}", reproducer.getLast());
  }
}

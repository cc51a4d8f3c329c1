package mlr.test.lit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mlr.test.lit.program.InProcessProgram.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tools called in this JVM behave as they would as processes. */
@Tag("lit")
final class InProcessProgramTest {
  private static final Tool ECHO = (arguments, input, output, errors) -> {
    output.print(String.join(" ", arguments));
    errors.print("note");
    return 1;
  };

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void streamsAndStatusArePassedOn() throws InterruptedException {
    var result = new InProcessProgram(ECHO, List.of()).run(List.of("a", "b"), new byte[0], false);
    assertEquals("1 | a b | note", result.status() + " | " + text(result.output()) + " | " + text(result.errors()));
  }

  @Test
  void errorsJoinTheOutputOnDemand() throws InterruptedException {
    var result = new InProcessProgram(ECHO, List.of()).run(List.of("a "), new byte[0], true);
    assertEquals("a note", text(result.output()));
  }

  @Test
  void theLinesOwnOptionReplacesTheStandardOne() throws InterruptedException {
    var program = new InProcessProgram(ECHO, List.of("--check"));
    assertEquals("--check a", text(program.run(List.of("a"), new byte[0], false).output()));
    assertEquals("a --check=false", text(program.run(List.of("a", "--check=false"), new byte[0], false).output()));
  }

  @Test
  void anExceptionIsACrash() throws InterruptedException {
    var program = new InProcessProgram((arguments, input, output, errors) -> { throw new IllegalStateException("broken"); }, List.of());
    var result = program.run(List.of(), new byte[0], false);
    assertEquals(134, result.status());
    assertTrue(text(result.errors()).contains("broken"));
  }

  @Test
  void toolsMayRecurseDeeply() throws InterruptedException {
    var program = new InProcessProgram((arguments, input, output, errors) -> depth(1_000_000) == 1_000_000 ? 0 : 1, List.of());
    assertEquals(0, program.run(List.of(), new byte[0], false).status());
  }

  private static int depth(int levels) {
    return levels == 0 ? 0 : 1 + depth(levels - 1);
  }
}

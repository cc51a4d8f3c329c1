package mlr.tools.opt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --watch} runs again when a file is saved, and says what changed. */
final class WatchTest {
  private static final String PASS = """
      import mlr.ir.Operation;
      import mlr.ir.attributes.StringAttr;
      import mlr.ir.pass.*;

      record MyPass() implements Pass {
        static final PassDefinition DEFINITION = PassDefinition.named("my-pass").anchor("func.func").creates(new MyPass());

        public void run(Operation op, PassContext context) {
          op.setAttribute("mark", new StringAttr("first"));
        }
      }
      """;

  private static final String INPUT = "func.func @f() {\n  return\n}\n";

  @TempDir
  Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PipedOutputStream keyboard = new PipedOutputStream();
  private CompletableFuture<Integer> status = new CompletableFuture<>();

  @BeforeEach
  void write() throws IOException {
    save("MyPass.java", PASS);
    save("in.mlir", INPUT);
  }

  @AfterEach
  void end() throws IOException {
    keyboard.close();
  }

  @Test
  void aSavedPassIsCompiledAndRunAgain() throws Exception {
    watch();
    awaitOutput("func.func @f() attributes {mark = \"first\"} {");
    out.reset();
    save("MyPass.java", PASS.replace("first", "second"));
    awaitOutput("-  func.func @f() attributes {mark = \"first\"} {\n+  func.func @f() attributes {mark = \"second\"} {\n");
    assertTrue(text(err).contains("saved: MyPass.java"), text(err));
    assertTrue(text(out).startsWith("@@ -1,"), text(out));
  }

  @Test
  void aSavedInputIsRunAgain() throws Exception {
    watch();
    awaitOutput("@f()");
    out.reset();
    save("in.mlir", INPUT.replace("@f", "@g"));
    awaitOutput("+  func.func @g() attributes {mark = \"first\"} {\n");
  }

  @Test
  void anEditorMayRenameAnotherFileIntoItsPlace() throws Exception {
    watch();
    awaitOutput("@f()");
    out.reset();
    save("beside", PASS.replace("first", "second"));
    Files.move(folder.resolve("beside"), folder.resolve("MyPass.java"), StandardCopyOption.REPLACE_EXISTING);
    awaitOutput("second");
  }

  @Test
  void whatDoesNotCompileIsShownUntilItDoes() throws Exception {
    watch();
    awaitOutput("@f()");
    out.reset();
    save("MyPass.java", PASS.replace("op.setAttribute", "op.setAtribute"));
    await(err, "MyPass.java:9:7: error: cannot find symbol\n    op.setAtribute(\"mark\", new StringAttr(\"first\"));\n      ^\n");
    save("MyPass.java", PASS);
    await(err, "mlr-opt: the result is the same");
    assertEquals("", text(out));
  }

  @Test
  void aFileThatIsOnlyHalfThereIsWaitedFor() throws Exception {
    watch();
    awaitOutput("@f()");
    out.reset();
    err.reset();
    Files.writeString(folder.resolve("MyPass.java"), "");
    Thread.sleep(200);
    save("MyPass.java", PASS.replace("first", "second"));
    awaitOutput("second");
    assertTrue(!text(err).contains("error"), text(err));
  }

  @Test
  void aPassThatThrowsShowsWhere() throws Exception {
    save("MyPass.java", PASS.replace("op.setAttribute", "if (true) throw new IllegalStateException(\"not today\");\n    op.setAttribute"));
    watch();
    await(err, "This is a bug in that pass, not in its input.\n  at MyPass.run(MyPass.java:9)\n");
    save("MyPass.java", PASS);
    awaitOutput("first");
  }

  @Test
  void aGivenPipelineRunsInsteadOfThePasses() throws Exception {
    watch("--canonicalize");
    awaitOutput("func.func @f() {\n");
  }

  @Test
  void theStatusOfTheLastRunIsThatOfTheTool() throws Exception {
    watch();
    awaitOutput("@f()");
    keyboard.close();
    assertEquals(0, status.get(20, TimeUnit.SECONDS));
  }

  @Test
  void standardInputCanNotBeWatched() throws Exception {
    var errors = new ByteArrayOutputStream();
    assertEquals(1, MlrOpt.run(new String[] {"--watch", folder.resolve("MyPass.java").toString()}, InputStream.nullInputStream(), new PrintStream(out), new PrintStream(errors)));
    assertTrue(text(errors).contains("--watch wants a file to read, not standard input"), text(errors));
  }

  private void save(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void watch(String... flags) throws IOException {
    var keys = new PipedInputStream(keyboard);
    var arguments = new String[flags.length + 3];
    arguments[0] = "--watch";
    arguments[1] = folder.resolve("MyPass.java").toString();
    System.arraycopy(flags, 0, arguments, 2, flags.length);
    arguments[flags.length + 2] = folder.resolve("in.mlir").toString();
    status = CompletableFuture.supplyAsync(() ->
        MlrOpt.run(arguments, keys, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8)));
  }

  private void awaitOutput(String expected) throws InterruptedException {
    await(out, expected);
  }

  private void await(ByteArrayOutputStream stream, String expected) throws InterruptedException {
    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!text(stream).contains(expected)) {
      if (System.nanoTime() > limit || status.isDone()) {
        throw new AssertionError("no " + expected + "\nout: " + text(out) + "\nerr: " + text(err));
      }
      Thread.sleep(20);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

package mlr.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Text nests as deep as the option says, on a thread with a stack as the tools have; deeper is a diagnostic. */
class NestingTest {
  private static String regions(int depth) {
    return "\"a.b\"() ({\n".repeat(depth) + "\"a.c\"() : () -> ()\n" + "}) : () -> ()\n".repeat(depth);
  }

  private static String diagnosticsOf(String text) throws InterruptedException {
    var result = new AtomicReference<String>();
    onLargeStack(() -> result.set(Reading.diagnostics(text, ParserOptions.ALLOW_UNREGISTERED)));
    return result.get();
  }

  private static void onLargeStack(Runnable task) throws InterruptedException {
    var failure = new AtomicReference<Throwable>();
    var thread = new Thread(null, task, "large stack", 512L << 20);
    thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
    thread.start();
    thread.join();
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
  }

  @Test
  void regionsNestToTheLimitAndPrintBack() throws InterruptedException {
    onLargeStack(() -> {
      var module = Reading.module(regions(ParserOptions.DEFAULT_MAX_NESTING));
      var printed = Reading.print(module, PrintOptions.GENERIC);
      assertEquals(printed, Reading.print(Reading.module(printed.substring(printed.indexOf('\n') + 1, printed.lastIndexOf("})"))), PrintOptions.GENERIC));
    });
  }

  @Test
  void oneMoreIsOneDiagnostic() throws InterruptedException {
    var text = diagnosticsOf(regions(ParserOptions.DEFAULT_MAX_NESTING + 1));
    assertEquals("test.mlir:2001:10: error: nested deeper than 2000 levels; --max-nesting raises the limit", text.lines().findFirst().orElse(""));
    assertEquals(1, text.lines().filter(l -> l.contains("error:")).count());
  }

  @Test
  void typesAttributesAndExpressionsCountToo() throws InterruptedException {
    int depth = 100_000;
    for (var text : new String[] {
        "\"a.b\"() : () -> " + "tuple<".repeat(depth), "\"a.b\"() {a = " + "[".repeat(depth) + "} : () -> ()", "\"a.b\"() {a = dense<" + "[".repeat(depth) + ">} : () -> ()",
        "\"a.b\"() {a = affine_map<(d0) -> (" + "(".repeat(depth) + "d0)>} : () -> ()", "\"a.b\"() {a = affine_map<(d0) -> (" + "-".repeat(depth) + "d0)>} : () -> ()",
        "\"a.b\"() : () -> () loc(" + "callsite(".repeat(depth) + ")"}) {
      assertTrue(diagnosticsOf(text).contains("nested deeper than 2000 levels"), () -> text.substring(0, 60));
    }
  }
}

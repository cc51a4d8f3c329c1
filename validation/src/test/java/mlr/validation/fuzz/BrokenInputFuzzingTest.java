package mlr.validation.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.dialects.AllDialects;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.tool.LargeStack;
import mlr.passes.AllPasses;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Broken texts and binary files of fixed seeds give diagnostics. */
class BrokenInputFuzzingTest {
  private static final int INPUTS = 2000;

  @Test
  void brokenInputGivesDiagnostics() {
    var corpus = Corpus.of(Path.of("..", "test", "lit"));
    assertTrue(corpus.size() > 50, "the lit tests are not where they were");
    var report = new BrokenInputFuzzing(AllPasses.registry(), corpus).run(new FuzzRun(0, INPUTS, 2), _ -> {});
    assertEquals("", report.findings().stream().map(Finding::report).collect(Collectors.joining("\n")));
  }

  @Test
  void tenThousandNestedLoopsAreRefused() {
    var head = "func.func @f(%a: index) {\n";
    var loops = IntStream.range(0, 10_000).mapToObj(i -> "loop.for %i" + i + " = %a to %a step %a {\n").collect(Collectors.joining());
    var text = head + loops + "}\n".repeat(10_000) + "return\n}\n";
    var diagnostics = new DiagnosticEngine();
    int modules = Assertions.assertTimeout(Duration.ofSeconds(1), () -> LargeStack.run(
        () -> IrParser.parse(new SourceFile("deep.mlir", text), AllDialects.registry(), ParserOptions.DEFAULT, diagnostics).isPresent() ? 1 : 0));
    assertEquals(0, modules);
    assertTrue(diagnostics.all().getFirst().message().contains("--max-nesting"), diagnostics.all().getFirst().message());
  }
}

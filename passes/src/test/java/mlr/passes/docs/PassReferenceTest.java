package mlr.passes.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import mlr.dialects.AllDialects;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.pass.PassExample;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.PipelineParser;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.passes.AllPasses;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reference page is the one that the definitions give, and passes do what their examples say. */
final class PassReferenceTest {
  @Test
  void pageIsCurrent() throws IOException {
    assertEquals(PassReference.page(), Files.readString(Path.of("../docs/passes.md")), "run mlr.passes.docs.PassReference ../docs/passes.md");
  }

  @TestFactory
  Stream<DynamicTest> examples() {
    return AllPasses.registry().passes().stream().flatMap(pass -> pass.examples().stream()
        .map(example -> DynamicTest.dynamicTest(pass.argument() + " " + example.options(), () -> check(pass.argument(), example))));
  }

  private static void check(String argument, PassExample example) {
    var diagnostics = new DiagnosticEngine();
    var module = parse(example.before(), diagnostics);
    var text = "builtin.module(" + argument + "{" + example.options() + "})";
    var pipeline = PipelineParser.parse(new SourceFile("pipeline", text), AllPasses.registry(), diagnostics).orElseThrow(() -> new AssertionError(diagnostics.all()));
    assertTrue(new PassManager(pipeline, AllDialects.registry(), diagnostics).run(module), () -> diagnostics.all().toString());
    assertEquals(parse(example.after(), diagnostics).toString(), module.toString());
  }

  private static ModuleOp parse(String text, DiagnosticEngine diagnostics) {
    return IrParser.parse(new SourceFile("example.mlir", text), AllDialects.registry(), ParserOptions.DEFAULT, diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics.all()));
  }
}

package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mlr.dialects.reactive.LanguageCode;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;
import org.junit.jupiter.api.Test;

/** Each mistake is of a kind that the language's page lists. */
class LanguageCodeTest {
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\| (.*) \\|$", Pattern.MULTILINE);

  @Test
  void thePageListsEveryCodeWithItsMeaning() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "language.md"));
    var section = page.substring(page.indexOf("## 8. Error codes"), page.indexOf("## 9. "));
    assertEquals(Stream.of(LanguageCode.values()).map(code -> code.text() + ": " + code.meaning()).toList(),
        ROW.matcher(section).results().map(row -> row.group(1) + ": " + row.group(2)).toList());
  }

  @Test
  void aCodeStandsBehindTheSeverity() {
    var program = "node n(x : f32[3]) returns (y : f32[2])\nlet\n  y = x;\ntel\n";
    var sources = new SourceManager();
    sources.add(new SourceFile("n.mlr", program));
    var engine = new DiagnosticEngine();
    MlrFrontend.check(new Source.Text("n.mlr", program), FrontendOptions.defaults(), engine);
    assertEquals("n.mlr:3:7: error[shape-mismatch]: the value of 'y' has type f32[3] where f32[2] is needed\n  y = x;\n      ^\n",
        new DiagnosticPrinter(sources).print(engine));
  }

  @Test
  void everyErrorOfABrokenProgramHasOne() {
    var engine = new DiagnosticEngine();
    MlrFrontend.check(new Source.Text("n.mlr", "const N = 3 $\nnode n(x : f23) returns (y : i32) let y = z; y = N; tel"), FrontendOptions.defaults(), engine);
    assertEquals(List.of(LanguageCode.SYNTAX, LanguageCode.UNDEFINED_NAME, LanguageCode.UNDEFINED_NAME, LanguageCode.DEFINED_TWICE),
        engine.all().stream().flatMap(d -> d.code().stream()).toList());
  }
}

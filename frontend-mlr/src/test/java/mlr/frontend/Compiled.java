package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mlr.dialects.AllDialects;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.Severity;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.verify.Verifier;

/** What the front end made of a program in a test: the module, if any, and each message as {@code line:column: text}. */
record Compiled(Optional<ModuleOp> module, List<Diagnostic> diagnostics) {
  static Compiled of(String program) {
    return of(program, FrontendOptions.defaults());
  }

  /** Compiles, verifies, and checks that what is printed reads back as the same. */
  static Compiled of(String program, FrontendOptions options) {
    var engine = new DiagnosticEngine();
    var module = MlrFrontend.compile(new Source.Text("test.mlr", program), options, AllDialects.registry(), engine);
    module.ifPresent(m -> {
      Verifier.verify(m, engine);
      var text = m.toString();
      var again = IrParser.parse(new SourceFile("printed.mlir", text), AllDialects.registry(), ParserOptions.DEFAULT, engine);
      assertEquals(Optional.of(text), again.map(Object::toString));
    });
    return new Compiled(module, engine.all());
  }

  List<String> errors() {
    return messages(Severity.ERROR);
  }

  List<String> warnings() {
    return messages(Severity.WARNING);
  }

  private List<String> messages(Severity severity) {
    return diagnostics.stream().filter(d -> d.severity() == severity).map(Compiled::text).toList();
  }

  /** The notes of all messages. */
  List<String> notes() {
    return diagnostics.stream().flatMap(d -> d.notes().stream()).map(Compiled::text).toList();
  }

  private static String text(Diagnostic diagnostic) {
    return diagnostic.location().filePosition().map(p -> p.line() + ":" + p.column() + ": ").orElse("") + diagnostic.message();
  }

  /** The IR, one operation a line without leading spaces; fails when there were errors. */
  List<String> ir() {
    if (!errors().isEmpty()) {
      throw new AssertionError("errors: " + errors());
    }
    return Stream.of(module.orElseThrow().toString().split("\n")).map(String::strip).toList();
  }

  /** Whether some line of the IR contains {@code text}. */
  boolean emits(String text) {
    return ir().stream().anyMatch(line -> line.contains(text));
  }
}

package mlr.ir.testing;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;

/** Reads the IR of a test and tells what has become of it. */
public final class TestIr {
  private TestIr() {}

  /** The module of a text that must be free of syntax errors. */
  public static ModuleOp parse(String text) {
    var diagnostics = new DiagnosticEngine();
    return IrParser.parse(new SourceFile("test.mlir", text), TestDialect.registry(), ParserOptions.ALLOW_UNREGISTERED, diagnostics)
        .orElseThrow(() -> new AssertionError(messages(diagnostics).toString()));
  }

  /** The names of all operations below {@code root}, parents first, without {@code test.}. */
  public static List<String> names(Operation root) {
    var names = new ArrayList<String>();
    root.walkPreOrder(op -> {
      if (op != root) {
        names.add(op.name().replaceFirst("^test\\.", ""));
      }
    });
    return names;
  }

  /** The operations called {@code name}, in order. */
  public static List<Operation> all(Operation root, String name) {
    return root.collect(Operation.class).stream().filter(op -> op.name().equals(name)).toList();
  }

  /** {@code line: message} of each diagnostic, notes behind their error. */
  public static List<String> messages(DiagnosticEngine diagnostics) {
    var messages = new ArrayList<String>();
    for (var diagnostic : diagnostics.all()) {
      messages.add(text(diagnostic));
      diagnostic.notes().forEach(note -> messages.add("note " + text(note)));
    }
    return messages;
  }

  private static String text(Diagnostic diagnostic) {
    return diagnostic.location().filePosition().map(p -> p.line() + ": ").orElse("") + diagnostic.message();
  }
}

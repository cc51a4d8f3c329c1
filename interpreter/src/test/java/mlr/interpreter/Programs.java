package mlr.interpreter;

import mlr.dialects.AllDialects;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.verify.Verifier;

/** Reads the programs of the tests. */
public final class Programs {
  private Programs() {}

  /** The verified module that {@code text} describes. */
  public static Operation parse(String text) {
    var diagnostics = new DiagnosticEngine();
    var module = IrParser.parse(new SourceFile("test.mlir", text), AllDialects.registry(), ParserOptions.DEFAULT, diagnostics);
    if (module.isEmpty() || !Verifier.verify(module.get(), diagnostics)) {
      throw new AssertionError("test program is wrong: " + diagnostics.all());
    }
    return module.get();
  }
}

package mlr.ir.text;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import mlr.ir.DialectRegistry;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;

/** Shortcuts from text to IR and back. */
public final class Reading {
  private Reading() {}

  public static ModuleOp module(String text) {
    return module(text, TwinDialect.registry());
  }

  public static ModuleOp module(String text, DialectRegistry registry) {
    var sources = new SourceManager();
    var diagnostics = new DiagnosticEngine();
    var module = IrParser.parse(sources.add(new SourceFile("test.mlir", text)), registry, ParserOptions.ALLOW_UNREGISTERED, diagnostics);
    assertFalse(diagnostics.hasErrors(), () -> new DiagnosticPrinter(sources).print(diagnostics));
    return module.orElseThrow();
  }

  /** What the reader has to say about a text. */
  public static String diagnostics(String text) {
    return diagnostics(text, ParserOptions.DEFAULT);
  }

  public static String diagnostics(String text, ParserOptions options) {
    var sources = new SourceManager();
    var diagnostics = new DiagnosticEngine();
    IrParser.parse(sources.add(new SourceFile("test.mlir", text)), TwinDialect.registry(), options, diagnostics);
    return new DiagnosticPrinter(sources).print(diagnostics);
  }

  public static String print(ModuleOp module, PrintOptions options) {
    var out = new StringBuilder();
    try {
      IrPrinter.print(module, options, out);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return out.toString();
  }
}

package mlr.ir.text;

import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.reader.AttributeReader;
import mlr.ir.text.reader.OperationReader;

/** Reads MLIR text. Errors go to the diagnostics, several per run; only errors of our own are thrown. */
public final class IrParser {
  private IrParser() {}

  /**
   * The module that a text describes: its only top-level operation when that is a module, else a module around all of them.
   * Empty after an error. The result is not verified.
   */
  public static Optional<ModuleOp> parse(SourceFile source, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics) {
    return parse(source, registry, options, diagnostics, new ExternalResources());
  }

  /** The same; what tools keep in the text is added to {@code external}. */
  public static Optional<ModuleOp> parse(SourceFile source, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics, ExternalResources external) {
    int before = diagnostics.errorCount();
    var top = new Block();
    new OperationReader(source, registry, options, diagnostics, external).readTopLevel(top);
    if (diagnostics.errorCount() > before) {
      return Optional.empty();
    }
    if (top.size() == 1 && top.first().orElseThrow() instanceof ModuleOp module) {
      if (!module.hasBody()) {
        diagnostics.opError(module, "needs one region with one block");
        return Optional.empty();
      }
      module.detach();
      return Optional.of(module);
    }
    var module = ModuleOp.create(Location.at(source.name(), 0, 0));
    top.first().ifPresent(first -> top.splitInto(first, module.body()));
    return Optional.of(module);
  }

  /** The only operation of a text, whatever it is; empty after an error. The result is not verified. */
  public static Optional<Operation> parseOperation(SourceFile source, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics) {
    return parseOperation(source, registry, options, diagnostics, new ExternalResources());
  }

  /** The same; what tools keep in the text is added to {@code external}. */
  public static Optional<Operation> parseOperation(SourceFile source, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics, ExternalResources external) {
    int before = diagnostics.errorCount();
    var top = new Block();
    new OperationReader(source, registry, options, diagnostics, external).readTopLevel(top);
    if (diagnostics.errorCount() == before && top.size() != 1) {
      diagnostics.error(Location.at(source.name(), source.firstLine(), 1), "source must contain a single top-level operation, found: " + top.size());
    }
    if (diagnostics.errorCount() > before) {
      return Optional.empty();
    }
    var only = top.first().orElseThrow();
    only.detach();
    return Optional.of(only);
  }

  /** The type that {@code text} describes; empty after an error. */
  public static Optional<Type> parseType(SourceFile text, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics) {
    try {
      var reader = new AttributeReader(text, registry, options, diagnostics);
      var type = reader.parseType();
      reader.parseEnd();
      return Optional.of(type);
    } catch (ParseFailure _) {
      return Optional.empty();
    }
  }

  /** The attribute that {@code text} describes; empty after an error. */
  public static Optional<Attribute> parseAttribute(SourceFile text, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics) {
    try {
      var reader = new AttributeReader(text, registry, options, diagnostics);
      var attribute = reader.parseAttribute();
      reader.parseEnd();
      return Optional.of(attribute);
    } catch (ParseFailure _) {
      return Optional.empty();
    }
  }
}

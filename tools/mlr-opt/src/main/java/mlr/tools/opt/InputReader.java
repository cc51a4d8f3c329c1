package mlr.tools.opt;

import java.util.Optional;
import mlr.frontend.FrontendOptions;
import mlr.frontend.MlrFrontend;
import mlr.frontend.Source;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.binary.BinaryReader;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.ExternalResources;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;

/**
 * Reads one part of the input: MLIR text, its binary form, or, by the file's name, MLR source with its parameters left open.
 *
 * @param implicitModule whether a text may be without its module
 */
public record InputReader(ParserOptions options, boolean implicitModule, DialectRegistry dialects) {
  /** The operation that the part describes; empty after an error. */
  public Optional<Operation> read(InputPart part, DiagnosticEngine diagnostics) {
    return read(part, diagnostics, new ExternalResources());
  }

  /** The same; what tools keep in a text is added to {@code external}. */
  Optional<Operation> read(InputPart part, DiagnosticEngine diagnostics, ExternalResources external) {
    return part instanceof InputPart.Binary(var name, var bytes)
        ? BinaryReader.read(bytes.array(), name, dialects, options, diagnostics).map(op -> op)
        : read(((InputPart.Text) part).source(), diagnostics, external);
  }

  private Optional<Operation> read(SourceFile source, DiagnosticEngine diagnostics, ExternalResources external) {
    if (source.name().endsWith(".mlr")) {
      return MlrFrontend.compile(new Source.Text(source.name(), source.text()), FrontendOptions.defaults(), dialects, diagnostics).map(op -> op);
    }
    return implicitModule
        ? IrParser.parse(source, dialects, options, diagnostics, external).map(op -> op)
        : IrParser.parseOperation(source, dialects, options, diagnostics, external);
  }
}

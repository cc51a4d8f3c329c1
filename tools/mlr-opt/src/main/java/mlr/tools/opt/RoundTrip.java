package mlr.tools.opt;

import java.util.Optional;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.binary.BinaryReader;
import mlr.ir.binary.BinaryWriter;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;

/** Checks that IR prints and reads back the same: in custom, in generic and in binary form. */
record RoundTrip(OptOptions options, DialectRegistry dialects) {
  /** Reports each form that does not come back as it was; returns whether all did. */
  boolean check(Operation op, DiagnosticEngine diagnostics) {
    var expected = exact(op);
    return compare("custom", op, reread(op, PrintOptions.DEFAULT.withDebugInfo(true), diagnostics), expected, diagnostics)
        & compare("generic", op, reread(op, PrintOptions.GENERIC.withDebugInfo(true), diagnostics), expected, diagnostics)
        & (!(op instanceof ModuleOp) || compare("binary", op, BinaryReader.read(BinaryWriter.write(op), "binary form", dialects, options.parserOptions(), diagnostics), expected, diagnostics));
  }

  private Optional<Operation> reread(Operation op, PrintOptions form, DiagnosticEngine diagnostics) {
    return IrParser.parseOperation(new SourceFile("printed form", IrPrinter.print(op, form)), dialects, options.parserOptions(), diagnostics);
  }

  private static boolean compare(String form, Operation op, Optional<? extends Operation> again, String expected, DiagnosticEngine diagnostics) {
    if (again.isEmpty()) {
      diagnostics.error(op.location(), "does not read back from its " + form + " form");
      return false;
    }
    var lines = expected.lines().toList();
    var others = exact(again.get()).lines().toList();
    for (int i = 0; i < Math.max(lines.size(), others.size()); i++) {
      var line = i < lines.size() ? lines.get(i) : "(nothing)";
      var other = i < others.size() ? others.get(i) : "(nothing)";
      if (!line.equals(other)) {
        diagnostics.error(op.location(), "comes back from its " + form + " form as something else").note("it was: " + line.strip()).note("it is: " + other.strip());
        return false;
      }
    }
    return true;
  }

  /** All that {@code op} says. */
  private static String exact(Operation op) {
    return IrPrinter.print(op, PrintOptions.GENERIC.withDebugInfo(true).withLocalScope(true));
  }
}

package mlr.tools.opt;

import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.text.ExternalResources;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;
import mlr.ir.text.PrintedText;
import mlr.ir.verify.Verifier;

/** Prints IR in the form that the command line asks for. */
record IrOutput(OptOptions options) {
  /** The text of the result with what tools keep in it, as upstream's tool ends it; {@code verified} when that is known to be valid. */
  PrintedText result(Operation op, ExternalResources external, boolean verified) {
    return text(op, options.printOptions().withExternalResources(external), verified).append(options.localScope ? "\n" : "\n\n");
  }

  /** The text of an operation between passes; one that stands in another is printed alone, without aliases. */
  String dump(Operation op) {
    boolean outermost = op.block().isEmpty();
    return text(op, outermost ? options.printOptions() : options.printOptions().withLocalScope(true), options.assumeVerified) + (outermost && !options.localScope ? "\n" : "");
  }

  /** IR that a pass broke may be beyond its custom form. */
  private static PrintedText text(Operation op, PrintOptions form, boolean verified) {
    if (!verified && !form.generic() && !Verifier.verify(op, new DiagnosticEngine())) {
      return IrPrinter.text(op, form.withGeneric(true));
    }
    try {
      return IrPrinter.text(op, form);
    } catch (RuntimeException _) {
      return IrPrinter.text(op, form.withGeneric(true));
    }
  }
}

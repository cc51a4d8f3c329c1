package mlr.ir.pass.instrumentation;

import mlr.ir.Operation;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.KeptNames;
import mlr.ir.text.PrintOptions;

/** Text of IR as instrumentations compare and show it. */
final class IrText {
  private static final PrintOptions EXACT = PrintOptions.GENERIC.withDebugInfo(true).withLocalScope(true);

  private IrText() {}

  /** Everything there is to know of an operation: two of equal text are equal. */
  static String exact(Operation op) {
    return IrPrinter.print(op, EXACT);
  }

  /** Notes the names that all values in an operation have in its text. */
  static void name(Operation op, KeptNames names) {
    IrPrinter.print(op, PrintOptions.DEFAULT.withLocalScope(true), names);
  }

  static Operation outermost(Operation op) {
    var outer = op;
    for (var parent = op.parentOp(); parent.isPresent(); parent = outer.parentOp()) {
      outer = parent.get();
    }
    return outer;
  }
}

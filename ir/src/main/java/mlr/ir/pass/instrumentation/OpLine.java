package mlr.ir.pass.instrumentation;

import mlr.ir.Operation;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.KeptNames;
import mlr.ir.text.PrintDetail;
import mlr.ir.text.PrintOptions;

/** An operation in a line: its regions left out. */
final class OpLine {
  private static final PrintOptions CUSTOM = PrintOptions.DEFAULT.withLocalScope(true).with(PrintDetail.SKIP_REGIONS);

  private OpLine() {}

  static String of(Operation op) {
    return of(op, new KeptNames());
  }

  /** The line in which values keep their names. */
  static String of(Operation op, KeptNames names) {
    try {
      return IrPrinter.print(op, CUSTOM, names);
    } catch (RuntimeException _) {
      return IrPrinter.print(op, CUSTOM.withGeneric(true), names);
    }
  }
}

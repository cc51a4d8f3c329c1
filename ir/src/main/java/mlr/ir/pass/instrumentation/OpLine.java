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

  /** The line by itself, for many operations of a large program whose values all have names. */
  static String alone(Operation op, KeptNames names) {
    try {
      return IrPrinter.printAlone(op, CUSTOM, names);
    } catch (RuntimeException _) {
      return IrPrinter.printAlone(op, CUSTOM.withGeneric(true), names);
    }
  }
}

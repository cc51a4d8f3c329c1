package mlr.ir.text;

import java.io.IOException;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.definition.Trait;
import mlr.ir.text.printer.OperationPrinter;

/** Prints operations as MLIR text, letter for letter as upstream does. */
public final class IrPrinter {
  private IrPrinter() {}

  /** The custom form without aliases, for messages; the generic one when {@code op} is too broken for it. */
  public static String print(Operation op) {
    var options = PrintOptions.DEFAULT.withLocalScope(true);
    try {
      return print(op, options);
    } catch (RuntimeException _) {
      return print(op, options.withGeneric(true));
    }
  }

  /** The text of {@code op}, without a line break behind it; it must satisfy the verifier if it is to be printed in custom form. */
  public static String print(Operation op, PrintOptions options) {
    return text(op, options).toString();
  }

  /** The same for operations of any size. */
  public static PrintedText text(Operation op, PrintOptions options) {
    return OperationPrinter.print(op, namingRoot(op, options), options, Optional.empty());
  }

  /** The text of {@code op} in which values keep the names that {@code names} has, and which adds all others to it. */
  public static String print(Operation op, PrintOptions options, KeptNames names) {
    return OperationPrinter.print(op, namingRoot(op, options), options, Optional.of(names)).toString();
  }

  /**
   * The text of {@code op} by itself, in time that does not depend on what is around it: values keep the names that {@code names} has, and those of others
   * are unknown unless they are defined in {@code op}.
   */
  public static String printAlone(Operation op, PrintOptions options, KeptNames names) {
    return OperationPrinter.print(op, op, options, Optional.of(names)).toString();
  }

  private static Operation namingRoot(Operation op, PrintOptions options) {
    var root = op;
    while (root.parentOp().isPresent() && !(options.localScope() && root.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE))) {
      root = root.parentOp().get();
    }
    return root;
  }

  /** Writes the text of {@code op} and, as upstream's tools do, a line break, or two when aliases may stand in between. */
  public static void print(Operation op, PrintOptions options, Appendable out) throws IOException {
    out.append(print(op, options)).append(options.localScope() ? "\n" : "\n\n");
  }
}

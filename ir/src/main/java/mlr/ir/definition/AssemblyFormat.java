package mlr.ir.definition;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** The custom syntax of an operation after its name: one object that both reads and writes it. */
public interface AssemblyFormat {
  /** Reads into {@code state}; throws {@link mlr.ir.text.ParseFailure} after reporting an error. */
  void parse(OpParser parser, OperationState state);

  /** Writes what {@link #parse} reads back. */
  void print(Operation op, OpPrinter printer);

  /** The syntax for the reference page, in the notation of declarative formats; empty when it is not told. */
  default String syntax() {
    return "";
  }
}

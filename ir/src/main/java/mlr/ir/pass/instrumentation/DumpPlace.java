package mlr.ir.pass.instrumentation;

import mlr.ir.Operation;
import mlr.ir.pass.RunningPass;

/** Where dumps of IR go. */
@FunctionalInterface
public interface DumpPlace {
  /** Beside the debug output, in the order of the operations. */
  DumpPlace STREAM = (text, pass, _) -> pass.context().debug().write(text);

  /** Takes the dump of a pass on an operation. */
  void put(String text, RunningPass pass, Operation op);
}

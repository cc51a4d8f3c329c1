package mlr.ir.pass;

import mlr.ir.Operation;

/**
 * One transformation or analysis of the IR below an anchor operation. A pass is a record whose components are
 * its options; it edits nothing outside its operation and keeps no state between runs.
 */
public interface Pass {
  /** Runs on {@code op}; reports errors to the context's diagnostics, and fails by that. */
  void run(Operation op, PassContext context);
}

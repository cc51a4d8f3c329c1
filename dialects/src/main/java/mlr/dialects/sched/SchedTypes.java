package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.diagnostics.DiagnosticEngine;

/** Constraints on the dialect's own types. */
final class SchedTypes {
  static final TypeConstraint SLOT = new TypeConstraint("slot", t -> t instanceof SlotType);
  static final TypeConstraint BUFFER = new TypeConstraint("buffer", t -> t instanceof BufferType);

  private SchedTypes() {}

  /** Reports a value that does not fit into the memory it is put in. */
  static void checkElement(Operation op, Value value, Type element, DiagnosticEngine diagnostics) {
    if (!value.type().equals(element)) {
      diagnostics.opError(op, "puts a value of type " + value.type() + " where " + element + " is kept");
    }
  }
}

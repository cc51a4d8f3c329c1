package mlr.dialects.memref;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.MemRefType;

/** The check that loads and stores share. */
public final class Accesses {
  private Accesses() {}

  /** Reports a number of indices other than the rank of the memref. */
  public static void checkIndices(Operation op, Value memref, List<Value> indices, DiagnosticEngine diagnostics) {
    int rank = ((MemRefType) memref.type()).rank();
    if (indices.size() != rank) {
      diagnostics.opError(op, "incorrect number of indices: " + indices.size() + " for a memref of rank " + rank);
    }
  }

  /** Reports a value that is not of the memref's element type. */
  static void checkElement(Operation op, Value memref, Type value, DiagnosticEngine diagnostics) {
    var element = ((MemRefType) memref.type()).element();
    if (!element.equals(value)) {
      diagnostics.opError(op, "value type '" + value + "' is not the element type '" + element + "' of the memref");
    }
  }
}

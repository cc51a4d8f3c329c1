package mlr.ir.definition;

import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;

/** Checks what constraints and traits can't say; reports through {@link DiagnosticEngine#opError}. */
@FunctionalInterface
public interface OpVerifier<T extends Operation> {
  void verify(T op, DiagnosticEngine diagnostics);
}

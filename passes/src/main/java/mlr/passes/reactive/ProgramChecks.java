package mlr.passes.reactive;

import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;

/** The clock, initialisation and causality checks together, so that the errors of one node do not hide those of another. */
public final class ProgramChecks {
  private ProgramChecks() {}

  /** Checks all nodes of a module; false, with errors, when a node is wrong. A node with wrong clocks is not looked at further. */
  public static boolean run(Operation module, DiagnosticEngine diagnostics) {
    int errors = diagnostics.errorCount();
    checkClocks(module, diagnostics);
    FlatProgram.of(module, diagnostics).ifPresent(program -> {
      program.check(diagnostics, Initialization::check);
      program.check(diagnostics, CheckCausality::check);
    });
    return diagnostics.errorCount() == errors;
  }

  /** Reports streams that meet on different clocks. */
  static void checkClocks(Operation module, DiagnosticEngine diagnostics) {
    for (var op : module.region(0).entry()) {
      if (op instanceof NodeOp node) {
        ClockAnalysis.of(node, module, diagnostics);
      }
    }
  }
}

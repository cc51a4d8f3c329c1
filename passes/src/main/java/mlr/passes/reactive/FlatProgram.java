package mlr.passes.reactive;

import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.ir.IrMapping;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;

/** A copy of a program in which every instance is replaced by its node's body, for analyses in which an instance counts as its body. */
record FlatProgram(Operation module, List<NodeOp> roots) {
  /** The flat copy, or nothing after an error. */
  static Optional<FlatProgram> of(Operation module, DiagnosticEngine diagnostics) {
    var copy = module.copy(new IrMapping());
    var roots = AnticausalNodes.roots(copy);
    return Flattening.run(copy, roots, diagnostics) ? Optional.of(new FlatProgram(copy, roots)) : Optional.empty();
  }

  /** Runs a check on every root that is well clocked; what it finds in a body that was instantiated several times is reported once. */
  void check(DiagnosticEngine diagnostics, Check check) {
    var found = new DiagnosticEngine();
    for (var root : roots) {
      var clashes = new DiagnosticEngine();
      var clocks = ClockAnalysis.of(root, module, clashes);
      if (!clashes.hasErrors()) {
        check.run(root, clocks, found);
      }
    }
    var seen = new java.util.HashSet<String>();
    for (var diagnostic : found.all()) {
      if (seen.add(place(diagnostic.location()).toString() + diagnostic.message())) {
        diagnostics.report(diagnostic);
      }
    }
  }

  /** The place in the source alone, without the calls that led there: an error tells them once, not again in each note. */
  static Location place(Location location) {
    return location.filePosition().<Location>map(position -> position).orElse(location);
  }

  /** A check of one flat node. */
  @FunctionalInterface
  interface Check {
    void run(NodeOp node, ClockAnalysis clocks, DiagnosticEngine diagnostics);
  }
}

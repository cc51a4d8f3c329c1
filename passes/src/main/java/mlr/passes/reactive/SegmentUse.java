package mlr.passes.reactive;

import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.ThenOp;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;

/** What looks into a segment's future must stand in the do part of one. */
record SegmentUse(NodeOp node, DiagnosticEngine diagnostics) {
  /** Reports {@code post}, {@code final} and {@code replay} outside of segments; false when there are any. */
  boolean check() {
    boolean fine = true;
    for (var op : node.collect(Operation.class)) {
      if (AnticausalNodes.needsSegment(op) && AnticausalNodes.segmentOf(op).isEmpty()) {
        report(op);
        fine = false;
      }
    }
    return fine;
  }

  private void report(Operation op) {
    var kind = "'" + op.definition().mnemonic() + "'";
    var where = op.parentOfType(ThenOp.class).isPresent() ? "in a then part, which is no segment" : "outside of all segments";
    var name = op.location().sourceName().map(n -> " in '" + n + "'").orElse("");
    var error = diagnostics.error(op.location(), kind + name + " stands " + where + " of node '" + node.symbol() + "': how long to wait for the future must be bounded").code(LanguageCode.OUTSIDE_SEGMENT);
    if (op.location() instanceof Location.CallSite(var _, var caller)) {
      error.note(caller, "the node it comes from is anticausal: instantiate it in the do part of a segment");
    } else {
      error.note("put the equations that look ahead into 'segment every n do ... done', or make the node private and instantiate it in the do part of a segment");
    }
  }
}

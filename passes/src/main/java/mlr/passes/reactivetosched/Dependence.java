package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import mlr.dialects.reactive.FbyOp;
import mlr.dialects.reactive.FinalOp;
import mlr.dialects.reactive.PostOp;
import mlr.dialects.reactive.PreOp;
import mlr.dialects.reactive.ReplayOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.ir.Operation;
import mlr.ir.Value;

/** One value that an operation of a segment's body reads, and from which of the segment's instants. */
record Dependence(Value value, When when) {
  /** The instant read from, seen from the one read at. */
  enum When {
    SAME, PREVIOUS, NEXT, LAST
  }

  /** What {@code op} depends on within the segment's current run. */
  static List<Dependence> of(Operation op, ClockAnalysis clocks) {
    var all = new ArrayList<Dependence>();
    switch (op) {
      case FbyOp fby -> {
        all.add(new Dependence(fby.init(), When.SAME));
        all.add(new Dependence(fby.next(), When.PREVIOUS));
      }
      case PreOp pre -> all.add(new Dependence(pre.operand(), When.PREVIOUS));
      case PostOp post -> {
        all.add(new Dependence(post.next(), When.NEXT));
        all.add(new Dependence(post.last(), When.SAME));
      }
      case FinalOp last -> all.add(new Dependence(last.operand(), When.LAST));
      case ReplayOp replay -> all.add(new Dependence(replay.otherwise(), When.SAME));
      default -> Frame.freeValues(op).forEach(value -> all.add(new Dependence(value, When.SAME)));
    }
    conditions(op, clocks).forEach(condition -> all.add(new Dependence(condition, When.SAME)));
    Streams.resetsAround(op, Streams.enclosingSegment(op.block().orElseThrow())).forEach(reset -> all.add(new Dependence(reset.condition(), When.SAME)));
    return all;
  }

  private static List<Value> conditions(Operation op, ClockAnalysis clocks) {
    var all = new LinkedHashSet<Value>();
    var clock = op instanceof SegmentOp || op.resultCount() == 0 ? clocks.activationOf(op) : clocks.clockOf(op.result(0));
    for (var current = clock; current instanceof Clock.On on; current = on.parent()) {
      all.add(on.condition());
    }
    return List.copyOf(all);
  }
}

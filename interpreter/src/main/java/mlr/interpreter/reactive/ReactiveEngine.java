package mlr.interpreter.reactive;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.reactive.NodeOp;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.NodeEngine;
import mlr.ir.Operation;
import mlr.ir.eval.RuntimeValues;

/**
 * The reference meaning of a node: each value at each instant, and each step of a segment, is found by demand from the
 * language's equations and remembered. There is no schedule. At every instant all that can be known is found, so that
 * nothing is left to be asked about instants that are forgotten; where a segment ends, so is what waited for its end.
 * Instants are remembered as long as a segment that began with or before them has not ended.
 */
public final class ReactiveEngine implements NodeEngine {
  private final Timeline timeline = Timeline.outermost();
  private final List<InputStream> inputs = new ArrayList<>();
  private final List<Stream> outputs;
  private final List<Segment> segments;
  private final Demand demand = new Demand();
  private final NodeOp node;
  private long now;

  /** Elaborates a node of a module that passes the static checks. */
  public ReactiveEngine(Operation module, NodeOp node, ExternalFunctions externals) {
    this.node = node;
    var elaboration = new Elaboration(module, externals);
    var frame = elaboration.node(node, timeline, inputs);
    outputs = node.outputs().stream().<Stream>map(output -> {
      var port = new CopyStream(timeline, frame.clockOf(output), output.location(), ExecutionError.name(output));
      port.link(frame.stream(output));
      return port;
    }).toList();
    segments = elaboration.segments().stream().filter(segment -> !segment.isOver()).toList();
  }

  @Override
  public void reset() {
    timeline.clear();
    now = 0;
  }

  @Override
  public Object[] step(Object[] values) {
    if (values.length != inputs.size()) {
      throw new IllegalArgumentException("node @" + node.symbol() + " has " + inputs.size() + " inputs, but " + values.length + " values were given");
    }
    for (int i = 0; i < values.length; i++) {
      inputs.get(i).set(values[i]);
    }
    timeline.extend(now);
    demand.timeHasPassed();
    findAll(timeline, now);
    var results = new Object[outputs.size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = output(outputs.get(i));
    }
    timeline.forgetBefore(firstNeeded());
    now++;
    return results;
  }

  private Object output(Stream stream) {
    var value = demand.find(stream, now);
    if (value == null) {
      throw new ExecutionError(stream.location(), "output " + stream.name() + " at instant " + now + " depends on instants still to come");
    }
    if (RuntimeValues.hasPoison(value)) {
      throw new ExecutionError(stream.location(), "output " + stream.name() + " at instant " + now
          + " depends on a value that is not initialised");
    }
    return value;
  }

  /** Finds what can be known of the instants of a timeline from {@code from} on, and of segments that end there. */
  private void findAll(Timeline where, long from) {
    for (long i = from; i < where.limit(); i++) {
      findRow(where, i);
    }
    for (var inner : where.inner()) {
      findAll(inner, inner.firstFrom(from));
    }
    long start = where.limit();
    for (var segment : segments) {
      if (segment.host() == where) {
        start = Math.min(start, earliestEnded(segment, from));
      }
    }
    findBack(where, start);
  }

  /** The first instant of the earliest segment that ends at {@code from} or later. */
  private static long earliestEnded(Segment segment, long from) {
    for (long i = from; i < segment.host().limit(); i++) {
      var row = segment.host().row(i);
      if (row[segment.clock().slot()] == Boolean.TRUE && row[segment.ended().slot()] == Boolean.TRUE) {
        return ((Progress) row[segment.progress().slot()]).start();
      }
    }
    return segment.host().limit();
  }

  /** Finds what is still open from {@code from} on, the latest instant first, since most of it waits for the instant after. */
  private void findBack(Timeline where, long from) {
    for (long i = where.limit() - 1; i >= from; i--) {
      findRow(where, i);
    }
    for (var inner : where.inner()) {
      findBack(inner, inner.firstFrom(from));
    }
  }

  /** Finds an instant's values, but not constants that nothing present needs: what they are made from may be undefined. */
  private void findRow(Timeline where, long instant) {
    var row = where.row(instant);
    for (var stream : where.streams()) {
      if (!Demand.isKnown(row[stream.slot()]) && !(stream instanceof ConstantStream)) {
        demand.find(stream, instant);
      }
    }
  }

  /** The first instant of the oldest segment that has not ended; the next instant when there is none. */
  private long firstNeeded() {
    long first = now + 1;
    var row = timeline.row(now);
    for (var segment : segments) {
      if (segment.host() == timeline && row[segment.ended().slot()] == Boolean.FALSE) {
        var progress = (Progress) row[segment.progress().slot()];
        first = progress.start() < 0 ? first : Math.min(first, progress.start());
      }
    }
    return first;
  }
}

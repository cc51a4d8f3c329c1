package mlr.interpreter.reactive;

import mlr.ir.Location;

/** What a segment tells each instant of its body: whether it is the last, and its position from 1. */
final class StepStream extends ClockedStream {
  /** What is told. */
  enum Kind { LAST, POSITION }

  private final Kind kind;
  private final Segment segment;

  StepStream(Kind kind, Segment segment, ClockStream clock, Location location, String name) {
    super(segment.body(), clock, location, name);
    this.kind = kind;
    this.segment = segment;
  }

  @Override
  Object compute(long instant, Demand demand) {
    if (segment.isOver()) {
      long step = instant % timeline().length();
      return kind == Kind.POSITION ? (Object) (step + 1) : (Object) (step + 1 == timeline().length() ? 1L : 0L);
    }
    if (kind == Kind.POSITION) {
      var progress = (Progress) demand.request(segment.progress(), instant);
      return progress == null ? null : (Object) progress.position();
    }
    var ended = (Boolean) demand.request(segment.ended(), instant);
    return ended == null ? null : (Object) (ended ? 1L : 0L);
  }
}

package mlr.interpreter.reactive;

import mlr.ir.Location;

/** For every instant of a segment the next one in it where a clock is present. */
final class NextInstant extends Stream {
  /** There is none: the segment ends first. */
  static final long NONE = -1;

  /** The segment is cut first. */
  static final long CUT = -2;

  private final ClockStream clock;
  private final Segment segment;

  NextInstant(ClockStream clock, Segment segment, Location location) {
    super(clock.timeline(), location, "the instant after of " + clock.name());
    this.clock = clock;
    this.segment = segment;
  }

  @Override
  Object evaluate(long instant, Demand demand) {
    if (segment.isOver()) {
      if (instant % segment.body().length() == segment.body().length() - 1) {
        return NONE;
      }
    } else {
      var ended = (Boolean) demand.request(segment.ended(), instant);
      if (ended == null) {
        return null;
      }
      if (ended) {
        return NONE;
      }
      var progress = (Progress) demand.request(segment.progress(), instant + 1);
      if (progress == null) {
        return null;
      }
      if (progress.start() == instant + 1) {
        return CUT;
      }
    }
    var present = (Boolean) demand.request(clock, instant + 1);
    if (present == null) {
      return null;
    }
    return present ? (Object) (instant + 1) : demand.request(this, instant + 1);
  }
}

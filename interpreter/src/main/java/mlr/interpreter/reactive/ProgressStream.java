package mlr.interpreter.reactive;

import java.util.Optional;

/** The {@link Progress} of a segment at every instant of its host timeline; where its clock is absent, that of the instant before. */
final class ProgressStream extends Stream {
  private final Segment segment;
  private final LastReset scope;
  private final Optional<Segment> outer;
  private final PreviousInstant previous;

  ProgressStream(Segment segment, LastReset scope, Optional<Segment> outer) {
    super(segment.host(), segment.op().location(), "the progress of the segment");
    this.segment = segment;
    this.scope = scope;
    this.outer = outer;
    this.previous = segment.clock().previous();
  }

  @Override
  Object evaluate(long instant, Demand demand) {
    var present = (Boolean) demand.request(segment.clock(), instant);
    if (present == null) {
      return null;
    }
    if (!present) {
      return instant == 0 ? Progress.NONE : demand.request(this, instant - 1);
    }
    var before = (Long) demand.request(previous, instant);
    var reset = (Long) demand.request(scope, instant);
    if (before == null || reset == null) {
      return null;
    }
    if (before < 0 || reset > before) {
      return new Progress(instant, 1, Progress.Origin.FRESH);
    }
    var ended = (Boolean) demand.request(segment.ended(), instant - 1);
    var border = outer.isPresent() ? outer.get().startAt(instant, demand) : (Long) 0L;
    if (ended == null || border == null) {
      return null;
    }
    if (ended) {
      return new Progress(instant, 1, Progress.Origin.AFTER_END);
    }
    if (outer.isPresent() && border > before) {
      return new Progress(instant, 1, Progress.Origin.AFTER_CUT);
    }
    var so = (Progress) demand.request(this, instant - 1);
    return so == null ? null : so.advanced();
  }
}

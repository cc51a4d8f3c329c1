package mlr.interpreter.reactive;

import java.util.Optional;
import mlr.dialects.reactive.SegmentOp;

/**
 * One segment operation in one instance of its node. On its host timeline an {@code over} segment looks like one in time
 * of length 1; its steps are the instants of the body's own timeline, while a segment in time shares its host's.
 */
final class Segment {
  private final SegmentOp op;
  private final ClockStream clock;
  private final Timeline body;
  private final ProgressStream progress;
  private final EndedStream ended;

  /**
   * @param clock the clock whose instants it counts
   * @param scope the scope around the segment
   * @param outer the segment in whose body it stands
   */
  Segment(SegmentOp op, ClockStream clock, LastReset scope, Optional<Segment> outer) {
    this.op = op;
    this.clock = clock;
    this.body = isOver() ? clock.timeline().over(op.length()) : clock.timeline();
    this.progress = new ProgressStream(this, scope, outer);
    this.ended = new EndedStream(this);
    if (isOver()) {
      body.setActivation(new ActivationStream(this));
    }
  }

  SegmentOp op() {
    return op;
  }

  boolean isOver() {
    return op.kind() == SegmentOp.Kind.OVER;
  }

  ClockStream clock() {
    return clock;
  }

  Timeline host() {
    return clock.timeline();
  }

  Timeline body() {
    return body;
  }

  ProgressStream progress() {
    return progress;
  }

  /** Whether the latest segment has ended, for every instant of the host timeline. */
  EndedStream ended() {
    return ended;
  }

  /** The first instant, on the body's timeline, of the segment that {@code instant} of that timeline is in. */
  Long startAt(long instant, Demand demand) {
    if (isOver()) {
      return body.activationStart(instant);
    }
    var now = (Progress) demand.request(progress, instant);
    return now == null ? null : (Long) now.start();
  }

  /** The first and last instant, on the body's timeline, of the segment that ends at {@code instant} of the host timeline. */
  Optional<long[]> stretch(long instant, Demand demand) {
    if (isOver()) {
      var activation = (Long) demand.request(body.activation(), instant);
      return activation == null ? Optional.empty() : Optional.of(new long[] {activation * body.length(), (activation + 1) * body.length() - 1});
    }
    var now = (Progress) demand.request(progress, instant);
    return now == null ? Optional.empty() : Optional.of(new long[] {now.start(), instant});
  }
}

package mlr.interpreter.reactive;

/** For every instant of a segment in time the segment's last one; {@link NextInstant#CUT} when it is cut. */
final class LastInstant extends Stream {
  private final Segment segment;

  LastInstant(Segment segment) {
    super(segment.body(), segment.op().location(), "the last instant of the segment");
    this.segment = segment;
  }

  @Override
  Object evaluate(long instant, Demand demand) {
    if (segment.isOver()) {
      return segment.body().activationStart(instant) + segment.body().length() - 1;
    }
    var ended = (Boolean) demand.request(segment.ended(), instant);
    if (ended == null) {
      return null;
    }
    if (ended) {
      return instant;
    }
    var progress = (Progress) demand.request(segment.progress(), instant + 1);
    if (progress == null) {
      return null;
    }
    return progress.start() == instant + 1 ? (Object) NextInstant.CUT : demand.request(this, instant + 1);
  }
}

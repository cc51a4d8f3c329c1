package mlr.interpreter.reactive;

/** The number of an {@code over} segment's latest activation, -1 before the first; each new one adds its steps to the body's timeline. */
final class ActivationStream extends Stream {
  private final Segment segment;

  ActivationStream(Segment segment) {
    super(segment.host(), segment.op().location(), "the activation of the segment");
    this.segment = segment;
  }

  @Override
  Object evaluate(long instant, Demand demand) {
    var present = (Boolean) demand.request(segment.clock(), instant);
    var before = instant == 0 ? (Long) (-1L) : (Long) demand.request(this, instant - 1);
    if (present == null || before == null) {
      return null;
    }
    if (present) {
      segment.body().extend(instant);
      return before + 1;
    }
    return before;
  }
}

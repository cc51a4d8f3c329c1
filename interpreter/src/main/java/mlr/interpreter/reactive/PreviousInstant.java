package mlr.interpreter.reactive;

/** For every instant the latest earlier one where a clock was present, -1 when there is none. */
final class PreviousInstant extends Stream {
  private final ClockStream clock;

  PreviousInstant(ClockStream clock) {
    super(clock.timeline(), clock.location(), "the instant before of " + clock.name());
    this.clock = clock;
  }

  @Override
  Object evaluate(long instant, Demand demand) {
    if (instant == 0) {
      return -1L;
    }
    var present = (Boolean) demand.request(clock, instant - 1);
    if (present == null) {
      return null;
    }
    return present ? (Object) (instant - 1) : demand.request(this, instant - 1);
  }
}

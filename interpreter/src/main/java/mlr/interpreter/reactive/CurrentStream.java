package mlr.interpreter.reactive;

import mlr.ir.Location;

/** {@code current(sampled, otherwise)}. */
final class CurrentStream extends ClockedStream {
  private final ClockStream sampling;
  private final PreviousInstant previous;
  private final LastReset scope;
  private final Held held;
  private Operand otherwise;

  /** @param sampling the clock of {@code sampled} */
  CurrentStream(ClockStream clock, ClockStream sampling, LastReset scope, Location location, String name) {
    super(scope.timeline(), clock, location, name);
    this.sampling = sampling;
    this.previous = sampling.previous();
    this.scope = scope;
    this.held = new Held(sampling, this);
  }

  void link(Stream sampled, Stream newOtherwise) {
    held.link(sampled);
    otherwise = Operand.of(timeline(), newOtherwise);
  }

  @Override
  Object compute(long instant, Demand demand) {
    var present = (Boolean) demand.request(sampling, instant);
    if (present == null) {
      return null;
    }
    if (present) {
      return demand.request(held, instant);
    }
    var before = (Long) demand.request(previous, instant);
    var reset = (Long) demand.request(scope, instant);
    if (before == null || reset == null) {
      return null;
    }
    return before >= 0 && reset <= before ? demand.request(held, instant) : otherwise.at(instant, demand);
  }
}

package mlr.interpreter.reactive;

import mlr.interpreter.Absent;

/** For every instant the latest value of a stream up to it, seen from another stream's timeline and at that one's instants. */
final class Held extends Stream {
  private final ClockStream clock;
  private Operand source;

  /** Holds what is seen where {@code clock} is present. */
  Held(ClockStream clock, Stream owner) {
    super(clock.timeline(), owner.location(), owner.name());
    this.clock = clock;
  }

  void link(Stream newSource) {
    source = Operand.of(timeline(), newSource);
  }

  @Override
  Object evaluate(long instant, Demand demand) {
    var present = (Boolean) demand.request(clock, instant);
    if (present == null) {
      return null;
    }
    if (present) {
      return source.at(instant, demand);
    }
    return instant == 0 ? Absent.ABSENT : demand.request(this, instant - 1);
  }
}

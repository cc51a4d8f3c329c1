package mlr.interpreter.reactive;

import mlr.interpreter.Absent;
import mlr.interpreter.ExecutionError;
import mlr.ir.Location;
import mlr.ir.eval.Poison;

/** Where a clock is present, as a Boolean for every instant of its timeline. */
abstract class ClockStream extends Stream {
  private PreviousInstant previous;

  ClockStream(Timeline timeline, Location location, String name) {
    super(timeline, location, name);
  }

  /** The latest earlier instant at which this clock was present, as a stream. */
  final PreviousInstant previous() {
    if (previous == null) {
      previous = new PreviousInstant(this);
    }
    return previous;
  }

  /** Every instant of a timeline. */
  static final class Always extends ClockStream {
    Always(Timeline timeline, Location location) {
      super(timeline, location, "the base clock");
    }

    @Override
    Object evaluate(long instant, Demand demand) {
      return Boolean.TRUE;
    }
  }

  /** A clock from outside an {@code over} segment, as the steps inside see it. */
  static final class FromOutside extends ClockStream {
    private final Operand outside;

    FromOutside(Timeline timeline, ClockStream outside) {
      super(timeline, outside.location(), outside.name());
      this.outside = Operand.of(timeline, outside);
    }

    @Override
    Object evaluate(long instant, Demand demand) {
      return outside.at(instant, demand);
    }
  }

  /** The instants of a parent clock where a condition has a value. */
  static final class On extends ClockStream {
    private final ClockStream parent;
    private final long value;
    private Operand condition;

    On(ClockStream parent, long value, Location location, String name) {
      super(parent.timeline(), location, name);
      this.parent = parent;
      this.value = value;
    }

    void link(Stream newCondition) {
      condition = Operand.of(timeline(), newCondition);
    }

    @Override
    Object evaluate(long instant, Demand demand) {
      var outer = (Boolean) demand.request(parent, instant);
      if (outer == null || !outer) {
        return outer;
      }
      var sample = condition.at(instant, demand);
      return sample == null ? null : (Object) (truth(sample, condition.source(), instant) == value);
    }
  }

  /** The integer that a condition has at an instant where it must be present and initialised. */
  static long truth(Object sample, Stream condition, long instant) {
    if (sample == Poison.POISON) {
      throw new ExecutionError(condition.location(), "the condition " + condition.name() + " depends at instant " + instant
          + " on a value that is not initialised");
    }
    if (sample == Absent.ABSENT) {
      throw new ExecutionError(condition.location(), "the condition " + condition.name() + " is absent at instant " + instant + " where it is needed");
    }
    return (Long) sample;
  }
}

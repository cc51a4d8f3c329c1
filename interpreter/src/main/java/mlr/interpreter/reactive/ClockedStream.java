package mlr.interpreter.reactive;

import mlr.interpreter.Absent;
import mlr.ir.Location;

/** A stream that is present where its clock is, and {@link Absent#ABSENT} elsewhere, whatever its operands are. */
abstract class ClockedStream extends Stream {
  private final Operand clock;

  ClockedStream(Timeline timeline, ClockStream clock, Location location, String name) {
    super(timeline, location, name);
    this.clock = Operand.of(timeline, clock);
  }

  @Override
  final Object evaluate(long instant, Demand demand) {
    var present = (Boolean) clock.at(instant, demand);
    if (present == null) {
      return null;
    }
    return present ? compute(instant, demand) : Absent.ABSENT;
  }

  /** The value at an instant where the clock is present; as {@link #evaluate}. */
  abstract Object compute(long instant, Demand demand);
}

package mlr.interpreter.reactive;

import mlr.interpreter.Absent;
import mlr.interpreter.ExecutionError;
import mlr.ir.Location;

/** An input port of the node that is run; holds the value of the instant that begins. */
final class InputStream extends ClockedStream {
  private Object value = Absent.ABSENT;

  InputStream(Timeline timeline, ClockStream clock, Location location, String name) {
    super(timeline, clock, location, name);
  }

  void set(Object newValue) {
    value = newValue;
  }

  @Override
  Object compute(long instant, Demand demand) {
    if (value == Absent.ABSENT) {
      throw new ExecutionError(location(), "input " + name() + " has no value at instant " + instant + ", where its clock is present");
    }
    return value;
  }
}

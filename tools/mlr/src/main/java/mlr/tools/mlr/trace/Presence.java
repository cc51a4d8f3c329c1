package mlr.tools.mlr.trace;

import java.util.HashMap;
import java.util.Map;
import mlr.dialects.reactive.ClockPath;
import mlr.interpreter.Absent;

/** Which ports are there in an instant, from the values of the ports that their clocks name. */
public final class Presence {
  private final Map<String, Object> values = new HashMap<>();

  /** Makes the value of a port known, {@link Absent#ABSENT} where it is not there. */
  public void put(String port, Object value) {
    values.put(port, value);
  }

  /** Whether a clock is present; the ports it names must be known. */
  public boolean of(ClockPath clock) {
    return clock.steps().stream().allMatch(step -> values.get(step.condition()) instanceof Long value && value == step.value());
  }

  /** Whether every port that a clock names is known. */
  public boolean knows(ClockPath clock) {
    return clock.steps().stream().allMatch(step -> values.containsKey(step.condition()));
  }
}

package mlr.dialects.reactive.clock;

import mlr.ir.Operation;
import mlr.ir.Value;

/** When a stream is present. Two clocks are equal when they are built from the same conditions. */
public sealed interface Clock {
  /** Every instant of a scope: a node, or the steps of an {@code over} segment. */
  record Base(Operation scope) implements Clock {
    @Override
    public String toString() {
      return ".";
    }
  }

  /** The instants of {@code parent} where {@code condition}, itself on {@code parent}, equals {@code value}. */
  record On(Clock parent, Value condition, long value) implements Clock {
    @Override
    public String toString() {
      return parent + " on " + ConditionText.of(condition, value);
    }
  }

  /** Whether this clock is {@code ancestor} or samples it, directly or not. */
  default boolean isWithin(Clock ancestor) {
    return equals(ancestor) || this instanceof On on && on.parent().isWithin(ancestor);
  }
}

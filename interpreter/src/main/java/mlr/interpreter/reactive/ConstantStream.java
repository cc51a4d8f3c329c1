package mlr.interpreter.reactive;

import java.util.function.Supplier;
import mlr.ir.Location;

/** A value that never changes and is present on every clock, found when it is first asked for. */
final class ConstantStream extends Stream {
  private final Supplier<Object> source;
  private Object value;

  ConstantStream(Timeline timeline, Supplier<Object> source, Location location, String name) {
    super(timeline, location, name);
    this.source = source;
  }

  /** The value. */
  Object value() {
    if (value == null) {
      value = source.get();
    }
    return value;
  }

  @Override
  Object evaluate(long instant, Demand demand) {
    return value();
  }
}

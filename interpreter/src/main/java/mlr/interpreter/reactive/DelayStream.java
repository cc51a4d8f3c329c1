package mlr.interpreter.reactive;

import java.util.Optional;
import mlr.ir.Location;
import mlr.ir.eval.Poison;

/** {@code init fby next}, and {@code pre next}, which is poison at the first instant of its scope. */
final class DelayStream extends ClockedStream {
  private final PreviousInstant previous;
  private final LastReset scope;
  private final Held held;
  private Optional<Operand> init = Optional.empty();

  DelayStream(ClockStream clock, LastReset scope, Location location, String name) {
    super(scope.timeline(), clock, location, name);
    this.previous = clock.previous();
    this.scope = scope;
    this.held = new Held(clock, this);
  }

  void link(Optional<Stream> newInit, Stream next) {
    init = newInit.map(stream -> Operand.of(timeline(), stream));
    held.link(next);
  }

  @Override
  Object compute(long instant, Demand demand) {
    var before = (Long) demand.request(previous, instant);
    var reset = (Long) demand.request(scope, instant);
    if (before == null || reset == null) {
      return null;
    }
    if (before >= 0 && reset <= before) {
      return demand.request(held, instant - 1);
    }
    return init.isPresent() ? init.get().at(instant, demand) : Poison.POISON;
  }
}

package mlr.interpreter.reactive;

import mlr.ir.Location;

/** {@code first -> rest}. */
final class ArrowStream extends ClockedStream {
  private final PreviousInstant previous;
  private final LastReset scope;
  private Operand first;
  private Operand rest;

  ArrowStream(ClockStream clock, LastReset scope, Location location, String name) {
    super(scope.timeline(), clock, location, name);
    this.previous = clock.previous();
    this.scope = scope;
  }

  void link(Stream newFirst, Stream newRest) {
    first = Operand.of(timeline(), newFirst);
    rest = Operand.of(timeline(), newRest);
  }

  @Override
  Object compute(long instant, Demand demand) {
    var before = (Long) demand.request(previous, instant);
    var reset = (Long) demand.request(scope, instant);
    if (before == null || reset == null) {
      return null;
    }
    return (before >= 0 && reset <= before ? rest : first).at(instant, demand);
  }
}

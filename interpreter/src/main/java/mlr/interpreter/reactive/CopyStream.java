package mlr.interpreter.reactive;

import mlr.ir.Location;

/** The values of another stream where a clock is present: {@code when}, and what a segment keeps for its body. */
final class CopyStream extends ClockedStream {
  private Operand source;

  CopyStream(Timeline timeline, ClockStream clock, Location location, String name) {
    super(timeline, clock, location, name);
  }

  void link(Stream newSource) {
    source = Operand.of(timeline(), newSource);
  }

  @Override
  Object compute(long instant, Demand demand) {
    return source.at(instant, demand);
  }
}

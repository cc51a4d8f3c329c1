package mlr.interpreter.reactive;

import mlr.interpreter.Absent;
import mlr.ir.Location;
import mlr.ir.eval.Poison;

/** {@code final y} in a body: the last value of the segment, seen at each of its instants. Poison in a segment that is cut. */
final class FinalStream extends ClockedStream {
  private final Segment segment;
  private final LastInstant lastInstant;
  private Operand operand;

  FinalStream(Timeline timeline, ClockStream clock, Segment segment, Location location, String name) {
    super(timeline, clock, location, name);
    this.segment = segment;
    this.lastInstant = new LastInstant(segment);
  }

  void link(Stream source) {
    operand = Operand.of(timeline(), source);
  }

  @Override
  Object compute(long instant, Demand demand) {
    var end = (Long) demand.request(lastInstant, instant);
    var start = segment.startAt(instant, demand);
    if (end == null || start == null) {
      return null;
    }
    if (end == NextInstant.CUT) {
      return Poison.POISON;
    }
    for (long i = end; i >= start; i--) {
      var value = operand.at(i, demand);
      if (value != Absent.ABSENT) {
        return value;
      }
    }
    return Absent.ABSENT;
  }
}

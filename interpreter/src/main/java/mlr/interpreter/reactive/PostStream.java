package mlr.interpreter.reactive;

import mlr.ir.Location;
import mlr.ir.eval.Poison;

/** {@code next post last}: {@code next} at the next instant of the segment, {@code last} at its last. Poison in a segment that is cut. */
final class PostStream extends ClockedStream {
  private final NextInstant following;
  private Operand next;
  private Operand last;

  PostStream(Timeline timeline, ClockStream clock, Segment segment, Location location, String name) {
    super(timeline, clock, location, name);
    this.following = new NextInstant(clock, segment, location);
  }

  void link(Stream newNext, Stream newLast) {
    next = Operand.of(timeline(), newNext);
    last = Operand.of(timeline(), newLast);
  }

  @Override
  Object compute(long instant, Demand demand) {
    var where = (Long) demand.request(following, instant);
    if (where == null) {
      return null;
    }
    if (where == NextInstant.CUT) {
      return Poison.POISON;
    }
    return where == NextInstant.NONE ? last.at(instant, demand) : next.at(where, demand);
  }
}

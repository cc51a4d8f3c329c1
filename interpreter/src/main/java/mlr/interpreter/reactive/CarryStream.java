package mlr.interpreter.reactive;

import mlr.interpreter.Absent;
import mlr.ir.Location;

/**
 * The value of a carry at every instant of a segment's host timeline: its initialiser in the first segment of the scope,
 * then what the latest then part that ran said.
 */
final class CarryStream extends Stream {
  private final Segment segment;
  private final Committed committed;
  private Operand initial;

  CarryStream(Segment segment, Location location, String name) {
    super(segment.host(), location, name);
    this.segment = segment;
    this.committed = new Committed(this);
  }

  void link(Stream newInitial, Stream next) {
    initial = Operand.of(timeline(), newInitial);
    committed.next = Operand.of(timeline(), next);
  }

  @Override
  Object evaluate(long instant, Demand demand) {
    var progress = (Progress) demand.request(segment.progress(), instant);
    if (progress == null) {
      return null;
    }
    if (progress.start() < 0) {
      return Absent.ABSENT;
    }
    if (progress.start() < instant) {
      return demand.request(this, instant - 1);
    }
    return progress.origin() == Progress.Origin.FRESH ? initial.at(instant, demand) : demand.request(committed, instant - 1);
  }

  /** The value that the next segment starts with, as far as it is decided. */
  private static final class Committed extends Stream {
    private final CarryStream carry;
    private Operand next;

    Committed(CarryStream carry) {
      super(carry.timeline(), carry.location(), "the next value of " + carry.name());
      this.carry = carry;
    }

    @Override
    Object evaluate(long instant, Demand demand) {
      var present = (Boolean) demand.request(carry.segment.clock(), instant);
      var ended = (Boolean) demand.request(carry.segment.ended(), instant);
      if (present == null || ended == null) {
        return null;
      }
      if (!present) {
        return instant == 0 ? Absent.ABSENT : demand.request(this, instant - 1);
      }
      return ended ? next.at(instant, demand) : demand.request(carry, instant);
    }
  }
}

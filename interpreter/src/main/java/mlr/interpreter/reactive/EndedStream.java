package mlr.interpreter.reactive;

import java.util.Optional;
import mlr.interpreter.Absent;

/** Whether a segment ends at an instant of its host timeline; where its clock is absent, whether it ended before. */
final class EndedStream extends Stream {
  private final Segment segment;
  private Optional<Operand> until = Optional.empty();

  EndedStream(Segment segment) {
    super(segment.host(), segment.op().location(), "the end of the segment");
    this.segment = segment;
  }

  void link(Stream condition) {
    until = Optional.of(Operand.of(timeline(), condition));
  }

  @Override
  Object evaluate(long instant, Demand demand) {
    var present = (Boolean) demand.request(segment.clock(), instant);
    if (present == null) {
      return null;
    }
    if (!present) {
      return instant == 0 ? (Object) Boolean.FALSE : demand.request(this, instant - 1);
    }
    if (segment.isOver()) {
      return Boolean.TRUE;
    }
    var progress = (Progress) demand.request(segment.progress(), instant);
    if (progress == null) {
      return null;
    }
    if (progress.position() >= segment.op().length()) {
      return Boolean.TRUE;
    }
    if (until.isEmpty()) {
      return Boolean.FALSE;
    }
    var stop = until.get().at(instant, demand);
    return stop == null ? null : (Object) (stop != Absent.ABSENT && ClockStream.truth(stop, until.get().source(), instant) != 0);
  }
}

package mlr.interpreter.reactive;

import java.util.List;
import mlr.interpreter.Absent;
import mlr.ir.Location;

/** {@code replay(y, d)}: the value at the same position of the previous segment. */
final class ReplayStream extends ClockedStream {
  private final Segment segment;
  private final Recording recording;
  private Operand otherwise;

  ReplayStream(Timeline timeline, ClockStream clock, Segment segment, Location location, String name) {
    super(timeline, clock, location, name);
    this.segment = segment;
    this.recording = new Recording(segment, this);
  }

  void link(Stream source, Stream newOtherwise) {
    recording.operand = Operand.of(segment.body(), source);
    otherwise = Operand.of(timeline(), newOtherwise);
  }

  @Override
  Object compute(long instant, Demand demand) {
    long now = segment.isOver() ? timeline().hostInstant(instant) : instant;
    var progress = (Progress) demand.request(segment.progress(), now);
    if (progress == null) {
      return null;
    }
    if (progress.origin() != Progress.Origin.AFTER_END) {
      return otherwise.at(instant, demand);
    }
    var values = (List<?>) demand.request(recording, progress.start() - 1);
    if (values == null) {
      return null;
    }
    long position = segment.isOver() ? instant % timeline().length() : progress.position() - 1;
    return position < values.size() && values.get((int) position) != Absent.ABSENT ? values.get((int) position) : otherwise.at(instant, demand);
  }

  /** The values of the latest segment that ended, at every instant of the host timeline. */
  private static final class Recording extends Stream {
    private final Segment segment;
    private Operand operand;

    Recording(Segment segment, Stream owner) {
      super(segment.host(), owner.location(), owner.name());
      this.segment = segment;
    }

    @Override
    Object evaluate(long instant, Demand demand) {
      var present = (Boolean) demand.request(segment.clock(), instant);
      var ended = (Boolean) demand.request(segment.ended(), instant);
      if (present == null || ended == null) {
        return null;
      }
      if (present && ended) {
        var stretch = segment.stretch(instant, demand);
        return stretch.isEmpty() ? null : ExitStream.values(segment, operand, stretch.get(), demand).orElse(null);
      }
      return instant == 0 ? List.of() : demand.request(this, instant - 1);
    }
  }
}

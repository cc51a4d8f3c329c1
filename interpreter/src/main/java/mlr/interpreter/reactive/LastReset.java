package mlr.interpreter.reactive;

import mlr.interpreter.Absent;
import mlr.ir.Location;

/** For every instant the latest one, itself included, at which the memory of a scope starts afresh; -1 before any. */
abstract class LastReset extends Stream {
  LastReset(Timeline timeline, Location location) {
    super(timeline, location, "the latest reset");
  }

  /** The scope of a whole node. */
  static final class Never extends LastReset {
    Never(Timeline timeline, Location location) {
      super(timeline, location);
    }

    @Override
    Object evaluate(long instant, Demand demand) {
      return -1L;
    }
  }

  /** A scope within one on the same timeline that has resets of its own. */
  abstract static class Nested extends LastReset {
    private final LastReset outer;

    Nested(LastReset outer, Location location) {
      super(outer.timeline(), location);
      this.outer = outer;
    }

    /** Whether the scope's own reset happens at an instant; {@code null} while that is not known. */
    abstract Boolean happens(long instant, Demand demand);

    @Override
    final Object evaluate(long instant, Demand demand) {
      var now = happens(instant, demand);
      if (now == null) {
        return null;
      }
      if (now) {
        return instant;
      }
      var outside = (Long) demand.request(outer, instant);
      var before = instant == 0 ? (Long) (-1L) : (Long) demand.request(this, instant - 1);
      return outside == null || before == null ? null : (Object) Math.max(outside, before);
    }
  }

  /** Reset where a condition is present and true. */
  static final class Where extends Nested {
    private Operand condition;

    Where(LastReset outer, Location location) {
      super(outer, location);
    }

    void link(Stream newCondition) {
      condition = Operand.of(timeline(), newCondition);
    }

    @Override
    Boolean happens(long instant, Demand demand) {
      var sample = condition.at(instant, demand);
      if (sample == null) {
        return null;
      }
      return sample != Absent.ABSENT && ClockStream.truth(sample, condition.source(), instant) != 0;
    }
  }

  /** Reset at each first instant of a segment in time. */
  static final class AtStart extends Nested {
    private final Segment segment;

    AtStart(LastReset outer, Segment segment) {
      super(outer, segment.op().location());
      this.segment = segment;
    }

    @Override
    Boolean happens(long instant, Demand demand) {
      var progress = (Progress) demand.request(segment.progress(), instant);
      return progress == null ? null : (Boolean) (progress.start() == instant);
    }
  }

  /** The steps of an {@code over} segment: reset with each activation, or, with {@code resume}, when the scope around was reset since the last. */
  static final class Inside extends LastReset {
    private final Segment segment;
    private final LastReset outer;
    private final PreviousInstant previous;

    Inside(LastReset outer, Segment segment) {
      super(segment.body(), segment.op().location());
      this.outer = outer;
      this.segment = segment;
      this.previous = segment.clock().previous();
    }

    @Override
    Object evaluate(long instant, Demand demand) {
      if (instant % timeline().length() != 0) {
        return demand.request(this, instant - 1);
      }
      if (!segment.op().resume() || instant == 0) {
        return instant;
      }
      long now = timeline().hostInstant(instant);
      var before = (Long) demand.request(previous, now);
      var reset = (Long) demand.request(outer, now);
      if (before == null || reset == null) {
        return null;
      }
      return reset > before ? (Object) instant : demand.request(this, instant - 1);
    }
  }
}

package mlr.interpreter.reactive;

import mlr.dialects.reactive.WordOp;

/** The letters of a periodic word, the first at the first instant of the scope. */
final class WordStream extends ClockedStream {
  private final String word;
  private final Count count;

  WordStream(WordOp op, ClockStream clock, LastReset scope, String name) {
    super(scope.timeline(), clock, op.location(), name);
    this.word = op.word();
    this.count = new Count(clock, scope, this);
  }

  @Override
  Object compute(long instant, Demand demand) {
    var position = (Long) demand.request(count, instant);
    return position == null ? null : (Object) (WordOp.letter(word, position) ? 1L : 0L);
  }

  /** How many instants of a clock went before the latest one since the scope was reset. */
  private static final class Count extends Stream {
    private final ClockStream clock;
    private final PreviousInstant previous;
    private final LastReset scope;

    Count(ClockStream clock, LastReset scope, Stream owner) {
      super(clock.timeline(), owner.location(), owner.name());
      this.clock = clock;
      this.previous = clock.previous();
      this.scope = scope;
    }

    @Override
    Object evaluate(long instant, Demand demand) {
      var present = (Boolean) demand.request(clock, instant);
      if (present == null) {
        return null;
      }
      if (!present) {
        return instant == 0 ? (Object) 0L : demand.request(this, instant - 1);
      }
      var before = (Long) demand.request(previous, instant);
      var reset = (Long) demand.request(scope, instant);
      if (before == null || reset == null) {
        return null;
      }
      if (before < 0 || reset > before) {
        return 0L;
      }
      var so = (Long) demand.request(this, instant - 1);
      return so == null ? null : (Object) (so + 1);
    }
  }
}

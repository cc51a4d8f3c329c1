package mlr.interpreter.reactive;

/** How a stream on one timeline reads another, which may live on an outer timeline or on that of an {@code over} segment just inside. */
sealed interface Operand {
  Stream source();

  /** The value seen at an instant of the reader's timeline; {@code null} while it is not there yet. */
  Object at(long instant, Demand demand);

  /** A reader on {@code timeline} of {@code source}. */
  static Operand of(Timeline timeline, Stream source) {
    var home = source.timeline();
    if (home == timeline) {
      return new Same(source);
    }
    return timeline.isWithin(home) ? new FromInside(source, timeline) : new AfterLast(source);
  }

  /** On one timeline: the value of the same instant. */
  record Same(Stream source) implements Operand {
    @Override
    public Object at(long instant, Demand demand) {
      return demand.request(source, instant);
    }
  }

  /** From inside an {@code over} segment: what is outside is constant there. */
  record FromInside(Stream source, Timeline reader) implements Operand {
    @Override
    public Object at(long instant, Demand demand) {
      long outside = instant;
      for (var timeline = reader; timeline != source.timeline(); timeline = timeline.host()) {
        outside = timeline.hostInstant(outside);
      }
      return demand.request(source, outside);
    }
  }

  /** From the then part of an {@code over} segment: the value of the last step. */
  record AfterLast(Stream source) implements Operand {
    @Override
    public Object at(long instant, Demand demand) {
      var activation = (Long) demand.request(source.timeline().activation(), instant);
      return activation == null ? null : demand.request(source, (activation + 1) * source.timeline().length() - 1);
    }
  }
}

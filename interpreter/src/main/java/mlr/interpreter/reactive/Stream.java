package mlr.interpreter.reactive;

import mlr.ir.Location;

/** One stream of the elaborated program: a value for each instant of its timeline, found when it is asked for. */
abstract class Stream {
  private final Timeline timeline;
  private final int slot;
  private final Location location;
  private final String name;

  Stream(Timeline timeline, Location location, String name) {
    this.timeline = timeline;
    this.slot = timeline.add(this);
    this.location = location;
    this.name = name;
  }

  final Timeline timeline() {
    return timeline;
  }

  /** Its cell in each row of the timeline. */
  final int slot() {
    return slot;
  }

  final Location location() {
    return location;
  }

  /** How messages speak of it. */
  final String name() {
    return name;
  }

  /**
   * The value at an instant from values that {@code demand} gives; {@code null} while one of those it asked for is
   * not there yet, in which case it is asked again once they are.
   */
  abstract Object evaluate(long instant, Demand demand);
}

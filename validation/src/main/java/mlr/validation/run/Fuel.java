package mlr.validation.run;

/** How much more work a run may do, in iterations, basic blocks and calls. */
public final class Fuel {
  private long left;

  /** Allows {@code amount} from here on. */
  void fill(long amount) {
    left = amount;
  }

  long left() {
    return left;
  }

  void burn() {
    if (--left < 0) {
      throw new Exhausted();
    }
  }

  /** Thrown inside running code that has done enough. */
  static final class Exhausted extends RuntimeException {
    Exhausted() {
      super("out of fuel", null, false, false);
    }
  }
}

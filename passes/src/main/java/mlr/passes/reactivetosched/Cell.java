package mlr.passes.reactivetosched;

/** A memory of one value from step to step. */
interface Cell {
  /** The value at the start of the step. */
  Key content();

  /** Makes {@code next} the value for the step after, where the cell's clock is present. */
  void update(Key next);
}

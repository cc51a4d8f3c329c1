package mlr.passes.reactivetosched;

/** One sampling on the way from a frame's base clock: {@code condition} equals {@code value}. */
record Step(Key condition, long value) {}

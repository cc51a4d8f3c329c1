package mlr.interpreter.reactive;

/**
 * Where a segment stands.
 *
 * @param start its first instant; -1 before the first segment
 * @param position instants of its clock so far, from 1
 * @param origin what went before
 */
record Progress(long start, long position, Origin origin) {
  /** Before any segment. */
  static final Progress NONE = new Progress(-1, 0, Origin.FRESH);

  /** How a segment came to start. */
  enum Origin {
    /** The first since its scope was reset. */
    FRESH,
    /** Right after the end of the previous one. */
    AFTER_END,
    /** A border of an outer segment cut the previous one. */
    AFTER_CUT
  }

  Progress advanced() {
    return new Progress(start, position + 1, origin);
  }
}

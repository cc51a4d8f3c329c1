package mlr.ir.rewrite;

/** What patterns of every kind tell the driver that chooses among them. */
public interface Pattern {
  /** The name by which traces and diagnostics speak of this pattern. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** The operation name that the root must have; empty for any. */
  default String rootName() {
    return "";
  }

  /** Tried before others of smaller benefit. */
  default int benefit() {
    return 1;
  }
}

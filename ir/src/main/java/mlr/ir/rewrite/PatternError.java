package mlr.ir.rewrite;

import mlr.ir.Location;

/** Patterns broke the rules of rewriting: a bug in them, not in the IR. Says which they are, and where it showed. */
public abstract sealed class PatternError extends RuntimeException permits EndlessRewrite, WrongPatternResult {
  private final transient Location location;

  PatternError(Location location, String message) {
    super(message);
    this.location = location;
  }

  /** The operation that the patterns were at. */
  public final Location location() {
    return location;
  }
}

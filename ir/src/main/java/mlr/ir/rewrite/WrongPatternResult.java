package mlr.ir.rewrite;

import mlr.ir.Location;

/** Thrown when a pattern's answer does not go with what it did. */
public final class WrongPatternResult extends PatternError {
  private WrongPatternResult(Location location, String message) {
    super(location, message);
  }

  /** The pattern says that it applied, but nothing is otherwise than before, or it did not go through the rewriter. */
  static WrongPatternResult nothingChanged(String pattern, String op, Location location) {
    return new WrongPatternResult(location, "pattern '" + pattern + "' says that it applied to '" + op
        + "', but changed nothing through the rewriter; return false, or announce the change with PatternRewriter.modify");
  }

  /** The rewriter heard of changes, but they add up to the IR that was there before. */
  static WrongPatternResult sameIr(String pattern, String op, Location location) {
    return new WrongPatternResult(location, "pattern '" + pattern + "' says that it applied to '" + op + "', but the IR is the same as before; it would apply for ever");
  }

  /** The pattern says that it did not apply, but the rewriter heard of a change. */
  static WrongPatternResult changedAfterAll(String pattern, String op, Location location, String change) {
    return new WrongPatternResult(location, "pattern '" + pattern + "' says that it did not apply to '" + op + "', but it " + change
        + "; a pattern must look first and change afterwards");
  }

  /** The pattern changed the IR behind the rewriter's back. */
  static WrongPatternResult secretChange(String pattern, String op, Location location) {
    return new WrongPatternResult(location, "pattern '" + pattern + "' says that it did not apply to '" + op
        + "', but the IR is another than before; it changed something without the rewriter");
  }
}

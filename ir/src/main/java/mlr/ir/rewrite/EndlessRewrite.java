package mlr.ir.rewrite;

/** Thrown when patterns undo one another, or feed themselves, for longer than the budget; names them. */
public final class EndlessRewrite extends PatternError {
  /**
   * An endless rewriting.
   *
   * @param root the name of the operation in which it happened
   * @param rewrites how many there were
   * @param trace the latest of them
   */
  public EndlessRewrite(String root, long rewrites, RewriteTrace trace) {
    super(trace.location(), "rewriting of '" + root + "' does not end: after " + rewrites + " rewrites " + trace.describe());
  }
}

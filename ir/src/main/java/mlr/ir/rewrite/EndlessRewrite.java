package mlr.ir.rewrite;

import java.util.Collection;
import mlr.ir.Operation;

/** Thrown when patterns undo one another, or feed themselves, for longer than the budget; names them. A bug in the patterns. */
public final class EndlessRewrite extends RuntimeException {
  public EndlessRewrite(Operation root, long rewrites, Collection<String> patterns) {
    super("rewriting of '" + root.name() + "' does not end: after " + rewrites + " rewrites these patterns still apply in turn: " + String.join(", ", patterns));
  }
}

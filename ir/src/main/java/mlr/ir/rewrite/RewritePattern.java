package mlr.ir.rewrite;

import mlr.ir.Operation;
import mlr.ir.definition.OpDefinition;

/** A local rewrite: matches one root operation and changes the IR through the rewriter. Stateless. */
public interface RewritePattern extends Pattern {
  /** A quick look at whether the pattern may apply to an operation of its root's name: a driver need not try one that says no. */
  default boolean mayMatch(Operation op) {
    return true;
  }

  /** Whether the pattern applied; when it did not, it must not have changed anything. */
  boolean matchAndRewrite(Operation op, PatternRewriter rewriter);

  /** A pattern on the operations of one definition, from a lambda. */
  static <T extends Operation> RewritePattern on(OpDefinition<T> definition, String name, Body<T> body) {
    return on(definition.kind(), definition.name(), name, body);
  }

  /** A pattern on one class of operations, from a lambda; for definitions that name it among their canonical forms. */
  static <T extends Operation> RewritePattern on(Class<T> kind, String rootName, String name, Body<T> body) {
    return new RewritePattern() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String rootName() {
        return rootName;
      }

      @Override
      public boolean matchAndRewrite(Operation op, PatternRewriter rewriter) {
        return kind.isInstance(op) && body.apply(kind.cast(op), rewriter);
      }
    };
  }

  /** The code of a pattern on one class of operations. */
  @FunctionalInterface
  interface Body<T extends Operation> {
    boolean apply(T op, PatternRewriter rewriter);
  }
}

package mlr.ir.rewrite;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;

/** Hears of every change that goes through a {@link PatternRewriter}. */
public interface RewriteListener {
  /** Hears nothing. */
  RewriteListener NONE = new RewriteListener() {};

  default void created(Operation op) {}

  default void modified(Operation op) {}

  default void replacing(Operation op, List<? extends Value> values) {}

  default void erasing(Operation op) {}

  /** A driver, {@code greedy-rewriter} or {@code dialect-conversion}, starts on what is in {@code root}. */
  default void driverStarts(String driver, Operation root) {}

  /** A driver turns to an operation. */
  default void visiting(Operation op) {}

  /** Whether a driver may try to rewrite {@code op}; after a refusal it goes on as if nothing matched. */
  default boolean mayRewrite(Operation op) {
    return true;
  }

  /** A driver is about to try a pattern, or the fold called {@code (fold)}, on {@code op}. */
  default void trying(String rewrite, Operation op) {}

  /** The rewrite tried last applied. */
  default void applied(String rewrite) {}

  /** The rewrite tried last did not apply, because of {@code reason}, which may be empty. */
  default void refused(String rewrite, String reason) {}

  /** One that passes everything on to this and then to {@code other}. */
  default RewriteListener and(RewriteListener other) {
    return this == NONE ? other : other == NONE ? this : new BothListeners(this, other);
  }
}

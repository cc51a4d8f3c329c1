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
}

package mlr.ir.reduction;

import java.io.IOException;
import mlr.ir.Operation;

/** Whether IR shows what is looked for. */
@FunctionalInterface
public interface Interestingness {
  /** Whether {@code op}, which may be changed by this, shows it. */
  boolean test(Operation op) throws IOException;
}

package mlr.interpreter.function;

import java.util.Optional;
import mlr.interpreter.nodes.ActionNode;
import mlr.ir.Operation;

/** Turns operations of some dialects into nodes. */
@FunctionalInterface
public interface OperationTranslator {
  /** The node for {@code op}; empty when this translator does not know it. */
  Optional<ActionNode> translate(Operation op, Translation in);
}

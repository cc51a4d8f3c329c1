package mlr.ir.definition;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Operation;

/** Folds what evaluation on constants can't: identities such as x + 0 = x. */
@FunctionalInterface
public interface Folder<T extends Operation> {
  /**
   * What the single result of {@code op} is equal to, if that is known.
   *
   * @param constants the constant value of each operand, where it has one
   */
  Optional<FoldResult> fold(T op, List<Optional<Attribute>> constants);
}

package mlr.ir.definition;

import java.util.List;
import java.util.Optional;
import mlr.ir.OpResult;
import mlr.ir.Operation;

/** One declared result group; the way to its values in an operation. */
public record ResultHandle(String name, TypeConstraint constraint, Arity arity, int group) {
  /** The value of a single result. */
  public OpResult in(Operation op) {
    return op.result(op.definition().resultLayout().start(op, group, op.resultCount()));
  }

  /** The value of an optional result. */
  public Optional<OpResult> optional(Operation op) {
    return all(op).stream().findFirst();
  }

  /** The values of the group. */
  public List<OpResult> all(Operation op) {
    var range = op.definition().resultRange(op, group);
    return op.results().subList(range.start(), range.end());
  }
}

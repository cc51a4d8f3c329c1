package mlr.ir.definition;

import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.Value;

/** One declared operand group; the way to its values in an operation. */
public record OperandHandle(String name, TypeConstraint constraint, Arity arity, int group) {
  /** The value of a single operand. */
  public Value in(Operation op) {
    return op.operand(op.definition().operandRange(op, group).start());
  }

  /** The value of an optional operand. */
  public Optional<Value> optional(Operation op) {
    return all(op).stream().findFirst();
  }

  /** The values of the group. */
  public List<Value> all(Operation op) {
    var range = op.definition().operandRange(op, group);
    return op.operands().subList(range.start(), range.end());
  }
}

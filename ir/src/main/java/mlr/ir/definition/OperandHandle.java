package mlr.ir.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;

/** One declared operand group; the way to its values in an operation. */
public record OperandHandle(String name, TypeConstraint constraint, Arity arity, int group) {
  /** The value of a single operand. */
  public Value in(Operation op) {
    return op.operand(start(op));
  }

  /** Where the group starts among all operands. */
  public int start(Operation op) {
    return op.definition().operandLayout().start(op, group, op.operandCount());
  }

  /** The number of values of the group. */
  public int size(Operation op) {
    return op.definition().operandLayout().size(op, group, op.operandCount());
  }

  /** The value of an optional operand. */
  public Optional<Value> optional(Operation op) {
    return all(op).stream().findFirst();
  }

  /** The values of the group. */
  public List<Value> all(Operation op) {
    var layout = op.definition().operandLayout();
    int start = layout.start(op, group, op.operandCount());
    return op.operands(start, start + layout.size(op, group, op.operandCount()));
  }

  /** Replaces the values of the group; the sizes of groups are adjusted where the operation records them. */
  public void set(Operation op, List<? extends Value> values) {
    var range = op.definition().operandRange(op, group);
    var all = new ArrayList<Value>(op.operands().subList(0, range.start()));
    all.addAll(values);
    all.addAll(op.operands().subList(range.end(), op.operandCount()));
    op.setOperands(all);
    if (op.definition().hasTrait(Trait.ATTR_SIZED_OPERAND_SEGMENTS)) {
      var sizes = op.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.class).ints();
      sizes[group] = values.size();
      op.setAttribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(sizes));
    }
  }
}

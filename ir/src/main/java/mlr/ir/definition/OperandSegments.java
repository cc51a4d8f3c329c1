package mlr.ir.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;

/**
 * Variadic operands that are lists one after the other, as those of a switch's cases.
 *
 * @param operands all of them
 * @param sizes how many belong to each list
 */
public record OperandSegments(OperandHandle operands, AttributeHandle<DenseArrayAttr> sizes) {
  /** The values of list {@code index}. */
  public List<Value> in(Operation op, int index) {
    var lengths = sizes.in(op).ints();
    int start = start(lengths, index);
    return operands.all(op).subList(start, start + lengths[index]);
  }

  /** Replaces the values of list {@code index}, of which there may then be more or fewer. */
  public void set(Operation op, int index, List<? extends Value> values) {
    var lengths = sizes.in(op).ints();
    int start = start(lengths, index);
    var all = new ArrayList<Value>(operands.all(op));
    var part = all.subList(start, start + lengths[index]);
    part.clear();
    part.addAll(values);
    lengths[index] = values.size();
    operands.set(op, all);
    op.setAttribute(sizes.name(), DenseArrayAttr.i32(lengths));
  }

  private static int start(int[] lengths, int index) {
    return Arrays.stream(lengths, 0, index).sum();
  }
}

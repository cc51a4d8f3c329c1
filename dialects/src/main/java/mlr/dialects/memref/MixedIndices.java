package mlr.dialects.memref;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Value;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.ShapedType;

/**
 * Offsets, sizes or strides of which some are static: {@code [0, %i, 4]}. Static ones are numbers in an attribute, where
 * {@link ShapedType#DYNAMIC} stands for the next operand.
 */
public record MixedIndices(List<Long> statics, List<Value> dynamics) {
  /** What was read, before operands are resolved. */
  public record Unresolved(List<Long> statics, List<OpParser.UnresolvedOperand> dynamics) {}

  /** Reads {@code [0, %i, 4]}. */
  public static Unresolved parse(OpParser parser) {
    var statics = new ArrayList<Long>();
    var dynamics = new ArrayList<OpParser.UnresolvedOperand>();
    parser.parseCommaSeparated("[", "]", () -> {
      var operand = parser.parseOptionalOperand();
      operand.ifPresent(dynamics::add);
      statics.add(operand.isPresent() ? ShapedType.DYNAMIC : parser.parseInteger());
    });
    return new Unresolved(statics, dynamics);
  }

  public void print(OpPrinter printer) {
    printer.print("[");
    int next = 0;
    for (int i = 0; i < statics.size(); i++) {
      printer.print(i == 0 ? "" : ", ");
      if (statics.get(i) == ShapedType.DYNAMIC) {
        printer.printOperand(dynamics.get(next++));
      } else {
        printer.print(Long.toString(statics.get(i)));
      }
    }
    printer.print("]");
  }

  /** The numbers at run time, dynamic ones taken in order from {@code arguments} from position {@code from} on. */
  public static List<Long> resolve(List<Long> statics, Object[] arguments, int from) {
    if (!statics.contains(ShapedType.DYNAMIC)) {
      return statics;
    }
    var all = new ArrayList<Long>(statics.size());
    int next = from;
    for (long value : statics) {
      all.add(value == ShapedType.DYNAMIC ? (Long) arguments[next++] : value);
    }
    return all;
  }

  /** How many of {@code statics} are operands. */
  public static int dynamicCount(List<Long> statics) {
    int count = 0;
    for (long number : statics) {
      count += number == ShapedType.DYNAMIC ? 1 : 0;
    }
    return count;
  }
}

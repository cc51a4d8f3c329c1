package mlr.interpreter.reactive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mlr.interpreter.Absent;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.RankedTensorType;

/** {@code initial y}, {@code final y}, {@code all y} in a then part. */
final class ExitStream extends ClockedStream {
  /** Which values leave the segment. */
  enum Kind { INITIAL, FINAL, ALL }

  private final Kind kind;
  private final Segment segment;
  private final Type type;
  private Operand operand;

  ExitStream(Kind kind, Segment segment, ClockStream clock, Type type, Location location, String name) {
    super(segment.host(), clock, location, name);
    this.kind = kind;
    this.segment = segment;
    this.type = type;
  }

  void link(Stream source) {
    operand = Operand.of(segment.body(), source);
  }

  @Override
  Object compute(long instant, Demand demand) {
    var stretch = segment.stretch(instant, demand);
    if (stretch.isEmpty()) {
      return null;
    }
    return switch (kind) {
      case INITIAL -> operand.at(stretch.get()[0], demand);
      case FINAL -> operand.at(stretch.get()[1], demand);
      case ALL -> values(segment, operand, stretch.get(), demand).map(this::together).orElse(null);
    };
  }

  /** The values of a stream at the instants of a segment's clock in a stretch; empty while some are not there yet. */
  static Optional<List<Object>> values(Segment segment, Operand operand, long[] stretch, Demand demand) {
    var all = new ArrayList<Object>();
    boolean complete = true;
    for (long i = stretch[0]; i <= stretch[1]; i++) {
      var present = segment.isOver() ? (Boolean) true : (Boolean) demand.request(segment.clock(), i);
      if (present == null) {
        complete = false;
      } else if (present) {
        var value = operand.at(i, demand);
        complete &= value != null;
        all.add(value);
      }
    }
    return complete ? Optional.of(all) : Optional.empty();
  }

  /** One tensor of the present values; zeros behind them. */
  private Object together(List<Object> values) {
    var tensor = (RankedTensorType) type;
    var elements = new Object[Math.toIntExact(tensor.elementCount())];
    int filled = 0;
    for (var value : values) {
      if (value == Poison.POISON) {
        return Poison.POISON;
      }
      if (value instanceof TensorValue part) {
        for (int i = 0; i < part.size(); i++) {
          elements[filled++] = part.get(i);
        }
      } else if (value != Absent.ABSENT) {
        elements[filled++] = value;
      }
    }
    Arrays.fill(elements, filled, elements.length, RuntimeValues.scalar(tensor.element(), 0));
    return RuntimeValues.tensor(tensor, elements);
  }
}

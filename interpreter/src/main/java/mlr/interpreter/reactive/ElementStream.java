package mlr.interpreter.reactive;

import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.ShapedType;

/** In the body of an {@code over} segment, the part of a tensor that belongs to the step: a slice along its leading axis. */
final class ElementStream extends ClockedStream {
  private final Type type;
  private Operand tensor;

  ElementStream(Segment segment, ClockStream clock, Type type, Location location, String name) {
    super(segment.body(), clock, location, name);
    this.type = type;
  }

  void link(Stream source) {
    tensor = Operand.of(timeline(), source);
  }

  @Override
  Object compute(long instant, Demand demand) {
    var whole = tensor.at(instant, demand);
    if (whole == null || whole == Poison.POISON) {
      return whole;
    }
    int step = (int) (instant % timeline().length());
    var elements = (TensorValue) whole;
    if (!(type instanceof ShapedType slice)) {
      return elements.get(step);
    }
    var part = new Object[Math.toIntExact(slice.elementCount())];
    for (int i = 0; i < part.length; i++) {
      part[i] = elements.get(step * part.length + i);
    }
    return RuntimeValues.tensor(slice, part);
  }
}

package mlr.validation.run;

import java.util.List;
import mlr.ir.Type;
import mlr.ir.eval.Memory;

/**
 * A call to the outside, as the outside saw it.
 *
 * @param types of the arguments
 * @param arguments memory among them as it was then
 * @param visible the memory that the outside may look at besides, as it was then
 */
public record Event(String symbol, List<Type> types, List<Object> arguments, List<Memory> visible) {
  public Event {
    types = List.copyOf(types);
    arguments = List.copyOf(arguments);
    visible = List.copyOf(visible);
  }
}

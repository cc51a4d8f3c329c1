package mlr.validation.input;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Type;
import mlr.ir.eval.Memory;
import mlr.ir.eval.RuntimeValues;

/** What a piece of memory holds before a call: scalars of one type, one after the other. */
public record Allocation(Type element, List<Object> elements) {
  public Allocation {
    elements = List.copyOf(elements);
  }

  /** Fresh memory with these contents. */
  Memory allocate() {
    long step = Memory.byteSize(element);
    var memory = Memory.zeroed(step * elements.size());
    for (int i = 0; i < elements.size(); i++) {
      memory.store(element, i * step, elements.get(i));
    }
    return memory;
  }

  /** The same with another element at a place. */
  Allocation with(int at, Object value) {
    var changed = new ArrayList<>(elements);
    changed.set(at, value);
    return new Allocation(element, changed);
  }

  /** The same with zeros only. */
  Allocation cleared() {
    return new Allocation(element, elements.stream().<Object>map(_ -> RuntimeValues.zero(element)).toList());
  }
}

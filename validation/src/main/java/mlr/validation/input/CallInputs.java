package mlr.validation.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mlr.ir.Type;

/**
 * All that a call is given. A description: each {@link #allocate} makes memory of its own.
 *
 * @param types of the parameters
 * @param salt chooses what functions outside the module answer
 */
public record CallInputs(List<Type> types, List<Argument> arguments, List<Allocation> memory, long salt) {
  public CallInputs {
    types = List.copyOf(types);
    arguments = List.copyOf(arguments);
    memory = List.copyOf(memory);
  }

  /** Fresh memory for one call. */
  public List<mlr.ir.eval.Memory> allocate() {
    return memory.stream().map(Allocation::allocate).toList();
  }

  /** Inputs that are a little simpler than these, the simplest first. */
  Stream<CallInputs> simpler() {
    return Stream.of(simplerArguments(), clearedMemory(), separatedMemory(), simplerElements()).flatMap(all -> all);
  }

  private Stream<CallInputs> simplerArguments() {
    return indices(arguments).flatMap(i -> arguments.get(i) instanceof Argument.Plain(Object value)
        ? Simplification.of(types.get(i), value).map(simple -> withArgument(i, new Argument.Plain(simple))) : Stream.empty());
  }

  private Stream<CallInputs> clearedMemory() {
    return indices(memory).map(i -> withMemory(i, memory.get(i).cleared())).filter(simple -> !simple.equals(this));
  }

  /** Every argument that shares memory on memory of its own. */
  private Stream<CallInputs> separatedMemory() {
    return indices(arguments).flatMap(i -> arguments.get(i) instanceof Argument.View view && isShared(view.memory(), i) ? Stream.of(separated(i, view)) : Stream.empty());
  }

  private boolean isShared(int allocation, int by) {
    return indices(arguments).anyMatch(i -> i < by && arguments.get(i) instanceof Argument.View other && other.memory() == allocation);
  }

  private CallInputs separated(int i, Argument.View view) {
    var more = new ArrayList<>(memory);
    more.add(memory.get(view.memory()));
    var own = new Argument.View(view.type(), memory.size(), view.offset(), view.sizes(), view.strides());
    return new CallInputs(types, replaced(arguments, i, own), more, salt);
  }

  private Stream<CallInputs> simplerElements() {
    return indices(memory).flatMap(i -> {
      var allocation = memory.get(i);
      return indices(allocation.elements()).flatMap(k -> Simplification.of(allocation.element(), allocation.elements().get(k)).limit(3)
          .map(simple -> withMemory(i, allocation.with(k, simple))));
    });
  }

  private CallInputs withArgument(int i, Argument argument) {
    return new CallInputs(types, replaced(arguments, i, argument), memory, salt);
  }

  private CallInputs withMemory(int i, Allocation allocation) {
    return new CallInputs(types, arguments, replaced(memory, i, allocation), salt);
  }

  private static <T> List<T> replaced(List<T> list, int i, T element) {
    var changed = new ArrayList<>(list);
    changed.set(i, element);
    return changed;
  }

  private static Stream<Integer> indices(List<?> list) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1);
  }
}

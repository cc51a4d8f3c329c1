package mlr.validation.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mlr.interpreter.ExternalFunctions;
import mlr.ir.Type;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.validation.input.Allocation;
import mlr.validation.input.OutsideAnswers;
import mlr.validation.subject.External;

/**
 * The functions that a module declares and does not define, played by us. Every call is written down. What it answers, and
 * what it leaves in the memory that it may reach, depends on its name and on how many calls there were before; where calls
 * have no order, on its arguments instead.
 */
final class Outside {
  private final Fuel fuel;
  private final boolean ordered;
  private final List<External> functions;
  private final List<Event> events = new ArrayList<>();
  private List<Allocation> contents = List.of();
  private List<Memory> visible = List.of();
  private long salt;

  Outside(List<External> functions, boolean ordered, Fuel fuel) {
    this.ordered = ordered;
    this.functions = List.copyOf(functions);
    this.fuel = fuel;
  }

  /** The functions for an engine, the metering among them. */
  ExternalFunctions functions() {
    var all = Metering.externals(fuel);
    for (var function : functions) {
      all = all.with(function.symbol(), arguments -> call(function, arguments));
    }
    return all;
  }

  /** Forgets all calls; from here on {@code visible} can be reached from outside, which {@code contents} describes. */
  void begin(List<Allocation> newContents, List<Memory> newVisible, long newSalt) {
    events.clear();
    contents = newContents;
    visible = newVisible;
    salt = newSalt;
  }

  /** The calls so far. */
  List<Event> events() {
    return List.copyOf(events);
  }

  private Object[] call(External function, Object[] arguments) {
    fuel.burn(1);
    var copies = new IdentityHashMap<Memory, Memory>();
    var seen = new ArrayList<Object>();
    for (var argument : arguments) {
      seen.add(copy(argument, copies));
    }
    events.add(new Event(function.symbol(), function.parameters(), seen, visible.stream().map(memory -> copy(memory, copies)).toList()));
    var random = new SplittableRandom(salt + 31L * function.symbol().hashCode() + (ordered ? events.size() : seen.hashCode()));
    for (int i = 0; i < visible.size(); i++) {
      write(contents.get(i).element(), visible.get(i), random);
    }
    for (var argument : arguments) {
      if (argument instanceof MemRefValue memref && visible.stream().noneMatch(memory -> memory == memref.memory())) {
        write(memref.type().element(), memref.memory(), random);
      }
    }
    return function.results().stream().map(type -> OutsideAnswers.answer(type, random)).toArray();
  }

  /** Leaves another value somewhere in a piece of memory. */
  private static void write(Type element, Memory memory, SplittableRandom random) {
    long step = Memory.byteSize(element);
    long count = memory.size() / step;
    if (count > 0 && memory.isWritable()) {
      memory.store(element, random.nextLong(count) * step, OutsideAnswers.answer(element, random));
    }
  }

  private static Object copy(Object argument, Map<Memory, Memory> copies) {
    return switch (argument) {
      case MemRefValue memref -> new MemRefValue(copy(memref.memory(), copies), memref.byteOffset(), memref.type(), memref.sizes(), memref.strides());
      case PointerValue pointer -> new PointerValue(copy(pointer.memory(), copies), pointer.offset());
      default -> argument;
    };
  }

  private static Memory copy(Memory memory, Map<Memory, Memory> copies) {
    return copies.computeIfAbsent(memory, Memory::copy);
  }
}

package mlr.validation.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.ir.Type;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.validation.run.Event;

/** Calls to the outside: the same functions in the same order with the same arguments, and the same memory to be seen meanwhile. */
public final class EventComparison {
  private EventComparison() {}

  /** What differs first, as a predicate of the caller, where the order of calls does not matter. */
  public static Optional<String> compareUnordered(List<Event> before, List<Event> after) {
    return before.isEmpty() && after.isEmpty() ? Optional.empty() : compare(sorted(before), sorted(after));
  }

  private static List<Event> sorted(List<Event> events) {
    return events.stream().sorted(Comparator.comparing(EventComparison::text)).toList();
  }

  /** What differs first, as a predicate of the caller. */
  public static Optional<String> compare(List<Event> before, List<Event> after) {
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      var mismatch = compare(before.get(i), after.get(i), "call " + (i + 1) + " to the outside, ");
      if (mismatch.isPresent()) {
        return mismatch;
      }
    }
    if (before.size() > after.size()) {
      return Optional.of("makes fewer calls: " + text(before.get(after.size())) + " is made before the pass only");
    }
    return before.size() == after.size() ? Optional.empty() : Optional.of("makes more calls: " + text(after.get(before.size())) + " is made after the pass only");
  }

  private static Optional<String> compare(Event before, Event after, String which) {
    if (!before.symbol().equals(after.symbol()) || before.arguments().size() != after.arguments().size()) {
      return Optional.of("makes other calls: " + which + "is " + text(before) + " before and " + text(after) + " after");
    }
    for (int i = 0; i < before.arguments().size(); i++) {
      var mismatch = Comparison.compare(before.types().get(i), before.arguments().get(i), after.arguments().get(i));
      if (mismatch.isPresent()) {
        return Optional.of("makes other calls: " + which + "@" + before.symbol() + ", argument " + i + mismatch.get().element() + " " + mismatch.get().text());
      }
    }
    return IntStream.range(0, Math.min(before.visible().size(), after.visible().size())).boxed()
        .flatMap(i -> memory(before.visible().get(i), after.visible().get(i), "memory " + i + " in " + which + "@" + before.symbol()).stream()).findFirst();
  }

  private static Optional<String> memory(Memory before, Memory after, String what) {
    return Comparison.compareBytes(before, after).map(m -> "leaves something else in " + what + ": " + m.element() + " " + m.text());
  }

  private static String text(Event event) {
    return "@" + event.symbol() + IntStream.range(0, event.arguments().size())
        .mapToObj(i -> argument(event.types().get(i), event.arguments().get(i))).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String argument(Type type, Object value) {
    return value instanceof MemRefValue || value instanceof PointerValue ? "memory" : ValueText.ofAny(type, value);
  }
}

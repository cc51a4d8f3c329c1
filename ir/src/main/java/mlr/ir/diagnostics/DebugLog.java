package mlr.ir.diagnostics;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Output for whoever debugs the compiler, by type as upstream's {@code --debug-only} has it: {@code greedy-rewriter},
 * {@code dialect-conversion}, {@code dataflow}, {@code pass-manager}, or the argument of a pass. In every build; free of cost where it is off.
 */
public final class DebugLog {
  /** Nothing is on. */
  public static final DebugLog OFF = new DebugLog(Optional.of(Set.of()), _ -> {});

  // Empty: everything is on.
  private final Optional<Set<String>> types;
  private final Consumer<String> out;

  private DebugLog(Optional<Set<String>> types, Consumer<String> out) {
    this.types = types;
    this.out = out;
  }

  /** A log of some types, which hands each text to {@code out}. */
  public static DebugLog of(Set<String> types, Consumer<String> out) {
    return new DebugLog(Optional.of(Set.copyOf(types)), out);
  }

  /** A log of all types. */
  public static DebugLog all(Consumer<String> out) {
    return new DebugLog(Optional.empty(), out);
  }

  /** Whether a type is on. */
  public boolean isOn(String type) {
    return types.isEmpty() || types.get().contains(type);
  }

  /** Whether any type may be on. */
  public boolean isAnyOn() {
    return types.isEmpty() || !types.get().isEmpty();
  }

  /** Writes a line if its type is on. */
  public void log(String type, Supplier<String> line) {
    if (isOn(type)) {
      out.accept(line.get() + "\n");
    }
  }

  /** Writes text as it is. */
  public void write(String text) {
    out.accept(text);
  }

  /** The same types to another place. */
  public DebugLog to(Consumer<String> other) {
    return new DebugLog(types, other);
  }
}

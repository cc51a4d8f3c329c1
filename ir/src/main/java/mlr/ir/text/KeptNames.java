package mlr.ir.text;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Value;

/**
 * The names that values had in one text, for use in another: values that are in both keep theirs, so that only what was changed
 * between them looks different.
 */
public final class KeptNames {
  // By identity, read by key only.
  private final Map<Value, String> names = new IdentityHashMap<>();
  private final Set<String> used = new HashSet<>();
  private boolean sealed;
  private int free;

  /** The name of a value, if it has one. */
  public Optional<String> of(Value value) {
    return Optional.ofNullable(names.get(value));
  }

  /** Ends the text that names are taken from: values that are new from now on get other names than those in it. */
  public KeptNames seal() {
    sealed = true;
    return this;
  }

  /** Whether a new value may not have this name. */
  public boolean isTaken(String name) {
    return sealed && used.contains(name);
  }

  /** The smallest number that a new value may have as its name, or less. */
  public int firstFreeNumber() {
    while (sealed && used.contains("%" + free)) {
      free++;
    }
    return free;
  }

  /** Keeps the name of a value. */
  public void keep(Value value, String name) {
    names.put(value, name);
    used.add(name);
  }
}

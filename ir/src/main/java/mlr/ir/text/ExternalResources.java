package mlr.ir.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** What tools keep in a file beside its IR, in the section {@code external_resources}: values by owner and key. Mutable: the reader adds to it. */
public final class ExternalResources {
  private final Map<String, Map<String, String>> owners = new LinkedHashMap<>();

  /** Adds a value as it is written: a quoted string, {@code true} or {@code false}. */
  public void add(String owner, String key, String literal) {
    owners.computeIfAbsent(owner, _ -> new LinkedHashMap<>()).put(key, literal);
  }

  /** Forgets what an owner keeps. */
  public void remove(String owner) {
    owners.remove(owner);
  }

  /** For each owner, its values by key, all in order. */
  public Map<String, Map<String, String>> owners() {
    return owners;
  }
}

package mlr.ir;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The attributes of one operation, kept sorted by name, as upstream's dictionaries are. Mutable; small. */
public final class NamedAttributes {
  private static final String[] NO_NAMES = {};
  private static final Attribute[] NO_VALUES = {};
  private String[] names = NO_NAMES;
  private Attribute[] values = NO_VALUES;

  /** The attribute called {@code name}. */
  public Optional<Attribute> get(String name) {
    int i = indexOf(name);
    return i < 0 ? Optional.empty() : Optional.of(values[i]);
  }

  /** Whether there is an attribute called {@code name}. */
  public boolean has(String name) {
    return indexOf(name) >= 0;
  }

  /** Adds or replaces an attribute. */
  public void set(String name, Attribute value) {
    int i = indexOf(name);
    if (i >= 0) {
      values[i] = value;
      return;
    }
    int at = -i - 1;
    int n = names.length;
    names = Arrays.copyOf(names, n + 1);
    values = Arrays.copyOf(values, n + 1);
    System.arraycopy(names, at, names, at + 1, n - at);
    System.arraycopy(values, at, values, at + 1, n - at);
    names[at] = name;
    values[at] = value;
  }

  /** Removes an attribute if it is there. */
  public void remove(String name) {
    int i = indexOf(name);
    if (i >= 0) {
      int n = names.length - 1;
      var newNames = new String[n];
      var newValues = new Attribute[n];
      System.arraycopy(names, 0, newNames, 0, i);
      System.arraycopy(names, i + 1, newNames, i, n - i);
      System.arraycopy(values, 0, newValues, 0, i);
      System.arraycopy(values, i + 1, newValues, i, n - i);
      names = newNames;
      values = newValues;
    }
  }

  /** Number of attributes. */
  public int size() {
    return names.length;
  }

  /** The name of the attribute at a position in order of name. */
  public String name(int position) {
    return names[position];
  }

  /** The attribute at a position in order of name. */
  public Attribute value(int position) {
    return values[position];
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return names.length == 0;
  }

  /** A snapshot in order of name. */
  public Map<String, Attribute> asMap() {
    var map = new LinkedHashMap<String, Attribute>();
    for (int i = 0; i < names.length; i++) {
      map.put(names[i], values[i]);
    }
    return map;
  }

  /** Whether there are attributes of the same names and values. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NamedAttributes that && Arrays.equals(names, that.names) && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
  }

  private int indexOf(String name) {
    return Arrays.binarySearch(names, name);
  }
}

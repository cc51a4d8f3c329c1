package mlr.ir;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The attributes of an operation, sorted by name, as upstream's dictionaries are. Immutable, so that operations can share them; small. */
public abstract sealed class NamedAttributes {
  /** No attributes. */
  public static final NamedAttributes NONE = new Several(new String[0], new Attribute[0]);

  /** Number of attributes. */
  public abstract int size();

  /** The name of the attribute at a position in order of name. */
  public abstract String name(int position);

  /** The attribute at a position in order of name. */
  public abstract Attribute value(int position);

  /** What most operations that have attributes have. */
  private static final class One extends NamedAttributes {
    private final String name;
    private final Attribute value;

    One(String name, Attribute value) {
      this.name = name;
      this.value = value;
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public String name(int position) {
      return name;
    }

    @Override
    public Attribute value(int position) {
      return value;
    }
  }

  private static final class Several extends NamedAttributes {
    private final String[] names;
    private final Attribute[] values;

    Several(String[] names, Attribute[] values) {
      this.names = names;
      this.values = values;
    }

    @Override
    public int size() {
      return names.length;
    }

    @Override
    public String name(int position) {
      return names[position];
    }

    @Override
    public Attribute value(int position) {
      return values[position];
    }
  }

  /** Attributes from a map. */
  public static NamedAttributes of(Map<String, ? extends Attribute> map) {
    var all = NONE;
    for (var entry : map.entrySet()) {
      all = all.with(entry.getKey(), entry.getValue());
    }
    return all;
  }

  /** The attribute called {@code name}. */
  public final Optional<Attribute> get(String name) {
    int i = position(name);
    return i < 0 ? Optional.empty() : Optional.of(value(i));
  }

  /** Whether there is an attribute called {@code name}. */
  public final boolean has(String name) {
    return position(name) >= 0;
  }

  /** The position of the attribute called {@code name} in order of name; -1 when there is none. */
  public final int position(String name) {
    int n = size();
    for (int i = 0; i < n; i++) {
      if (name(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** These with an attribute added or replaced. */
  public final NamedAttributes with(String name, Attribute value) {
    int found = indexOf(name);
    int n = found >= 0 ? size() : size() + 1;
    if (n == 1) {
      return new One(name, value);
    }
    int at = found >= 0 ? found : -found - 1;
    var names = new String[n];
    var values = new Attribute[n];
    for (int i = 0, from = 0; i < n; i++) {
      if (i == at) {
        names[i] = name;
        values[i] = value;
        from += found >= 0 ? 1 : 0;
      } else {
        names[i] = name(from);
        values[i] = value(from);
        from++;
      }
    }
    return new Several(names, values);
  }

  /** These without the attribute called {@code name}. */
  public final NamedAttributes without(String name) {
    int at = position(name);
    if (at < 0) {
      return this;
    }
    var rest = NONE;
    for (int i = 0; i < size(); i++) {
      rest = i == at ? rest : rest.with(name(i), value(i));
    }
    return rest;
  }

  /** Whether there are none. */
  public final boolean isEmpty() {
    return this == NONE;
  }

  /** A copy in order of name. */
  public final Map<String, Attribute> asMap() {
    var map = new LinkedHashMap<String, Attribute>();
    for (int i = 0; i < size(); i++) {
      map.put(name(i), value(i));
    }
    return map;
  }

  /** Whether there are attributes of the same names and values. */
  @Override
  public final boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof NamedAttributes that) || size() != that.size()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (!name(i).equals(that.name(i)) || !value(i).equals(that.value(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final int hashCode() {
    int hash = 0;
    for (int i = 0; i < size(); i++) {
      hash = 31 * (31 * hash + name(i).hashCode()) + value(i).hashCode();
    }
    return hash;
  }

  @Override
  public final String toString() {
    return asMap().toString();
  }

  /** The position of {@code name}, or {@code -at - 1} where it would stand. */
  private int indexOf(String name) {
    int n = size();
    for (int i = 0; i < n; i++) {
      int order = name(i).compareTo(name);
      if (order >= 0) {
        return order == 0 ? i : -i - 1;
      }
    }
    return -n - 1;
  }
}

package mlr.ir.attributes;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mlr.ir.Attribute;
import mlr.ir.text.AttributeText;

/** {@code {a = 1 : i32, b}}: names to attributes, in order of name. */
public record DictionaryAttr(Map<String, Attribute> entries) implements Attribute {
  public static final DictionaryAttr EMPTY = new DictionaryAttr(Map.of());

  public DictionaryAttr {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  public Optional<Attribute> get(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  // Written out, as those of a record are made when they are first used: see FormatWriter.
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof DictionaryAttr dictionary && entries.equals(dictionary.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return AttributeText.FULL.attribute(this);
  }
}

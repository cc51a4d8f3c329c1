package mlr.ir.text.reader;

import mlr.ir.OpResult;
import mlr.ir.Value;

/**
 * What names stand for: a hash table whose entries are the definitions themselves, since every name of a text is entered, looked up a few times and taken out
 * again, and a general map would need an object more for each.
 */
final class DefinitionTable {
  private static final int SMALL = 32;

  private Definition[] buckets = new Definition[SMALL];
  private int size;

  /** A name that stands for {@code count} neighbouring results, the first of which is given, or for one other value. */
  static final class Definition {
    private final String name;
    private final Value first;
    private final int count;
    private final int offset;

    /** The one of the same scope that was entered before this one; null for the first. */
    private final Definition before;

    /** The next one of the same bucket; null for the last. */
    private Definition next;

    Definition(String name, Value first, int count, int offset, Definition before) {
      this.name = name;
      this.first = first;
      this.count = count;
      this.offset = offset;
      this.before = before;
    }

    String name() {
      return name;
    }

    int count() {
      return count;
    }

    int offset() {
      return offset;
    }

    Definition before() {
      return before;
    }

    Value value(int number) {
      return number == 0 ? first : ((OpResult) first).owner().result(((OpResult) first).index() + number);
    }
  }

  /** The definition of a name; null where there is none. */
  Definition get(String name) {
    var found = buckets[bucket(name)];
    while (found != null && !found.name.equals(name)) {
      found = found.next;
    }
    return found;
  }

  /** Enters the definition of a name that has none. */
  void put(Definition definition) {
    if (size == buckets.length) {
      grow();
    }
    link(definition);
    size++;
  }

  /** Takes out a definition that was entered. */
  void remove(Definition definition) {
    int bucket = bucket(definition.name);
    if (buckets[bucket] == definition) {
      buckets[bucket] = definition.next;
    } else {
      var previous = buckets[bucket];
      while (previous.next != definition) {
        previous = previous.next;
      }
      previous.next = definition.next;
    }
    size--;
  }

  private void grow() {
    var all = buckets;
    buckets = new Definition[2 * all.length];
    for (var entry : all) {
      while (entry != null) {
        var following = entry.next;
        link(entry);
        entry = following;
      }
    }
  }

  private void link(Definition definition) {
    int bucket = bucket(definition.name);
    definition.next = buckets[bucket];
    buckets[bucket] = definition;
  }

  private int bucket(String name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 15) & buckets.length - 1;
  }
}

package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.text.Spelling;
import mlr.ir.text.reader.DefinitionTable.Definition;

/** The SSA and block names of one region while it is read. Names of enclosing regions are seen unless the region is isolated from above. */
final class ValueScope {
  private final Optional<ValueScope> parent;
  private final boolean isolated;

  /** All that is defined and can be seen here: shared with the enclosing scopes, as no name may hide another. */
  private final DefinitionTable visible;

  /** What was defined last in this region itself; null while there is nothing. */
  private Definition latest;
  private final Map<String, List<Forward>> forwards = new LinkedHashMap<>();
  private final List<String> poisoned = new ArrayList<>(0);
  private final Map<String, BlockName> blocks = new LinkedHashMap<>();

  /** A use before the definition, with the value that stands in. */
  record Forward(String name, int number, Value placeholder, int use, Optional<String> suggestion) {}

  /** A block, which may have been named by a branch before it is read. */
  record BlockName(Block block, boolean defined, int offset) {}

  ValueScope(Optional<ValueScope> parent, boolean isolated) {
    this.parent = parent;
    this.isolated = isolated;
    this.visible = isolated || parent.isEmpty() ? new DefinitionTable() : parent.get().visible;
  }

  private Optional<ValueScope> visibleParent() {
    return isolated ? Optional.empty() : parent;
  }

  /** Ends this scope: its names are no longer seen. */
  Optional<ValueScope> leave() {
    if (visibleParent().isPresent()) {
      for (var defined = latest; defined != null; defined = defined.before()) {
        visible.remove(defined);
      }
    }
    return parent;
  }

  /** The definition of a name that is seen here; null where there is none. */
  Definition lookup(String name) {
    return visible.get(name);
  }

  /** Whether the definition of {@code name} could not be read, so that its absence is no further error. */
  boolean isPoisoned(String name) {
    for (var scope = Optional.of(this); scope.isPresent(); scope = scope.get().visibleParent()) {
      if (scope.get().poisoned.contains(name)) {
        return true;
      }
    }
    return false;
  }

  void poison(String name) {
    poisoned.add(name);
    forwards.remove(name);
  }

  /** Enters a definition of a name that is not seen here, for {@code count} results from {@code first} on. */
  Definition define(String name, Value first, int count, int offset) {
    latest = new Definition(name, first, count, offset, latest);
    visible.put(latest);
    return latest;
  }

  /** The names defined in this region itself, in order. */
  private List<String> own() {
    var names = new ArrayList<String>();
    for (var defined = latest; defined != null; defined = defined.before()) {
      names.add(defined.name());
    }
    return names.reversed();
  }

  /** Whether there are uses of names that are not defined yet. */
  boolean hasForwards() {
    return !forwards.isEmpty();
  }

  /** The uses that the definition of a name settles. */
  List<Forward> settle(String name) {
    var settled = forwards.remove(name);
    return settled == null ? List.of() : settled;
  }

  /** The value that stands in for a name not defined yet. */
  Forward forward(String name, int number, Type type, int use) {
    for (var known : forwards.getOrDefault(name, List.of())) {
      if (known.number() == number) {
        return known;
      }
    }
    var made = new Forward(name, number, new Block().addArgument(type, Location.UNKNOWN), use, Optional.empty());
    forwards.computeIfAbsent(name, _ -> new ArrayList<>()).add(made);
    return made;
  }

  /** The uses still undefined: they may be defined further out; where they can't, they are returned, each with the nearest defined name. */
  List<Forward> close() {
    var undefined = new ArrayList<Forward>();
    forwards.keySet().removeAll(poisoned);
    forwards.values().forEach(uses -> uses.forEach(use -> undefined.add(use.suggestion().isPresent() ? use
        : new Forward(use.name(), use.number(), use.placeholder(), use.use(), Spelling.closest(use.name(), own())))));
    if (visibleParent().isEmpty()) {
      return undefined;
    }
    var outer = visibleParent().get();
    undefined.forEach(use -> outer.forwards.computeIfAbsent(use.name(), _ -> new ArrayList<>()).add(use));
    return List.of();
  }

  /** The block called {@code name}, which stands in until it is read; it is named at {@code offset}. */
  Block block(String name, int offset) {
    var known = blocks.get(name);
    if (known == null) {
      known = new BlockName(new Block(), false, offset);
      blocks.put(name, known);
    }
    return known.block();
  }

  Map<String, BlockName> blocks() {
    return blocks;
  }
}

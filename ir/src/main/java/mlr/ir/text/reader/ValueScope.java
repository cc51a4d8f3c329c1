package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.text.Spelling;

/** The SSA and block names of one region while it is read. Names of enclosing regions are seen unless the region is isolated from above. */
final class ValueScope {
  private final Optional<ValueScope> parent;
  private final boolean isolated;
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Map<String, List<Forward>> forwards = new LinkedHashMap<>();
  private final Set<String> poisoned = new LinkedHashSet<>();
  private final Map<String, BlockName> blocks = new LinkedHashMap<>();

  /** A name and the values of its group, one for a plain name. */
  record Definition(List<? extends Value> values, Location location) {}

  /** A use before the definition, with the value that stands in. */
  record Forward(String name, int number, Value placeholder, Location use, Optional<String> suggestion) {}

  /** A block, which may have been named by a branch before it is read. */
  record BlockName(Block block, boolean defined, Location location) {}

  ValueScope(Optional<ValueScope> parent, boolean isolated) {
    this.parent = parent;
    this.isolated = isolated;
  }

  private Optional<ValueScope> visibleParent() {
    return isolated ? Optional.empty() : parent;
  }

  Optional<ValueScope> parent() {
    return parent;
  }

  Optional<Definition> lookup(String name) {
    for (var scope = Optional.of(this); scope.isPresent(); scope = scope.get().visibleParent()) {
      var found = scope.get().definitions.get(name);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
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

  /** Enters a definition and returns the earlier uses that it settles. */
  List<Forward> define(String name, Definition definition) {
    definitions.put(name, definition);
    var settled = forwards.remove(name);
    return settled == null ? List.of() : settled;
  }

  /** The value that stands in for a name not defined yet. */
  Forward forward(String name, int number, Type type, Location use) {
    for (var known : forwards.getOrDefault(name, List.of())) {
      if (known.number() == number) {
        return known;
      }
    }
    var made = new Forward(name, number, new Block().addArgument(type, use), use, Optional.empty());
    forwards.computeIfAbsent(name, _ -> new ArrayList<>()).add(made);
    return made;
  }

  /** Ends this scope: what is still undefined may be defined further out; where it can't, it is returned, each with the nearest defined name. */
  List<Forward> close() {
    var undefined = new ArrayList<Forward>();
    forwards.keySet().removeAll(poisoned);
    forwards.values().forEach(uses -> uses.forEach(use -> undefined.add(use.suggestion().isPresent() ? use
        : new Forward(use.name(), use.number(), use.placeholder(), use.use(), Spelling.closest(use.name(), definitions.keySet())))));
    if (visibleParent().isEmpty()) {
      return undefined;
    }
    var outer = visibleParent().get();
    undefined.forEach(use -> outer.forwards.computeIfAbsent(use.name(), _ -> new ArrayList<>()).add(use));
    return List.of();
  }

  Map<String, BlockName> blocks() {
    return blocks;
  }
}

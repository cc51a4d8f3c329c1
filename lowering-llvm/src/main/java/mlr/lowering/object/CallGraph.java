package mlr.lowering.object;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which function of an object refers to which, read from the relocations of its code; a function whose address is taken counts
 * as called.
 *
 * @param callees for each function of the object, in the file's order, the functions it refers to, undefined ones included
 */
public record CallGraph(Map<String, Set<String>> callees) {

  /** The call graph of an object that has one section for each function. */
  public static CallGraph of(ElfObject object) {
    var functions = new LinkedHashMap<Integer, String>();
    var callees = new LinkedHashMap<String, Set<String>>();
    for (var symbol : object.symbols()) {
      if (symbol.isFunction() && functions.putIfAbsent(symbol.section(), symbol.name()) == null) {
        callees.put(symbol.name(), new LinkedHashSet<>());
      }
    }
    for (var relocation : object.relocations()) {
      var caller = functions.get(relocation.section());
      var symbol = object.symbols().get(relocation.symbol());
      var callee = symbol.isUndefined() ? symbol.name() : functions.get(symbol.section());
      if (caller != null && callee != null) {
        callees.get(caller).add(callee);
      }
    }
    return new CallGraph(callees);
  }

  /**
   * The most stack that a call of the function uses, in bytes, with every frame below it.
   *
   * @param frames the frame of each function in bytes; a function without an entry has none
   * @throws IllegalArgumentException when the function calls itself, directly or not
   */
  public long worstStack(String function, Map<String, Long> frames) {
    return worstStack(function, frames, new HashMap<>(), new LinkedHashSet<>());
  }

  private long worstStack(String function, Map<String, Long> frames, Map<String, Long> known, Set<String> active) {
    var found = known.get(function);
    if (found != null) {
      return found;
    }
    if (!active.add(function)) {
      throw new IllegalArgumentException("recursion: " + String.join(" -> ", active) + " -> " + function);
    }
    long deepest = 0;
    for (var callee : callees.getOrDefault(function, Set.of())) {
      deepest = Math.max(deepest, worstStack(callee, frames, known, active));
    }
    active.remove(function);
    long total = frames.getOrDefault(function, 0L) + deepest;
    known.put(function, total);
    return total;
  }

  /** The functions that a call of the given one can reach outside the object, in the order of discovery. */
  public List<String> reachableOutside(String function) {
    var seen = new LinkedHashSet<String>();
    visit(function, seen);
    seen.removeAll(callees.keySet());
    return List.copyOf(seen);
  }

  private void visit(String function, Set<String> seen) {
    if (seen.add(function)) {
      callees.getOrDefault(function, Set.of()).forEach(callee -> visit(callee, seen));
    }
  }
}

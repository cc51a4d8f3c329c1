package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.ir.diagnostics.DiagnosticEngine;

/**
 * The static order of a step's actions: list scheduling that stays on the clock it is on as long as it can, so that
 * guards are opened as seldom as possible (Biernacki et al., "Clock-directed modular code generation", LCTES 2008).
 */
final class Schedule {
  private Schedule() {}

  /** The actions in order; empty, with an error, when they depend on each other in a circle. */
  static Optional<List<Action>> order(List<Action> actions, DiagnosticEngine diagnostics) {
    var needs = dependencies(actions);
    var dependents = new IdentityHashMap<Action, List<Integer>>();
    var missing = new int[actions.size()];
    for (int i = 0; i < actions.size(); i++) {
      for (var needed : needs.get(i)) {
        dependents.computeIfAbsent(needed, _ -> new ArrayList<>()).add(i);
        missing[i]++;
      }
    }
    var ready = new java.util.TreeSet<Integer>();
    for (int i = 0; i < missing.length; i++) {
      if (missing[i] == 0) {
        ready.add(i);
      }
    }
    var ordered = new ArrayList<Action>(actions.size());
    var path = List.<Step>of();
    while (!ready.isEmpty()) {
      int chosen = choose(ready, actions, path);
      ready.remove(chosen);
      var action = actions.get(chosen);
      ordered.add(action);
      path = action.path();
      for (int dependent : dependents.getOrDefault(action, List.of())) {
        if (--missing[dependent] == 0) {
          ready.add(dependent);
        }
      }
    }
    if (ordered.size() < actions.size()) {
      reportCircle(actions, ordered, diagnostics);
      return Optional.empty();
    }
    return Optional.of(ordered);
  }

  private static List<Set<Action>> dependencies(List<Action> actions) {
    Map<Key, Action> definers = new HashMap<>();
    for (var action : actions) {
      action.defines().forEach(key -> definers.put(key, action));
    }
    var all = new ArrayList<Set<Action>>();
    for (var action : actions) {
      var needs = new LinkedHashSet<>(action.predecessors());
      for (var key : action.reads()) {
        var definer = definers.get(key);
        if (definer != null && definer != action) {
          needs.add(definer);
        }
      }
      all.add(needs);
    }
    return all;
  }

  private static int choose(Set<Integer> ready, List<Action> actions, List<Step> path) {
    int best = -1;
    int bestScore = Integer.MIN_VALUE;
    for (int candidate : ready) {
      var action = actions.get(candidate);
      int common = commonPrefix(action.path(), path);
      boolean same = action.path().size() == path.size() && common == path.size();
      int score = (action.isLate() ? -1_000_000 : 0) + (same ? 10_000 : 0) + common * 100 - action.path().size();
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static int commonPrefix(List<Step> a, List<Step> b) {
    int n = 0;
    while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
      n++;
    }
    return n;
  }

  private static void reportCircle(List<Action> actions, List<Action> ordered, DiagnosticEngine diagnostics) {
    var stuck = new ArrayList<>(actions);
    stuck.removeAll(ordered);
    var first = stuck.getFirst();
    var error = diagnostics.error(first.source().location(), "the equations depend on each other within an instant; no static order exists");
    stuck.stream().skip(1).limit(8).forEach(action -> error.note(action.source().location(), "part of the circle, or behind it"));
  }
}

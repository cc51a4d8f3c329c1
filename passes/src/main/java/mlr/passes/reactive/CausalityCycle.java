package mlr.passes.reactive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.ThenOp;
import mlr.ir.BlockArgument;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;

/** Finds a closed walk of weight 0 in a component that has no order of computation, and prints it, one note an edge between variables. */
final class CausalityCycle {
  private static final int[] REACHES = {1, 4, 16, 64};
  private static final int MAX_STARTS = 200;
  private static final Location.FileLineCol NOWHERE = new Location.FileLineCol("", 0, 0);
  private final Map<Value, List<Dependence>> next = new HashMap<>();
  private final Operation scope;
  private final DiagnosticEngine diagnostics;

  /** A place on a walk: the stream, and the instant seen from the start. */
  private record State(Value value, int instant) {}

  CausalityCycle(List<Dependence> dependences, Operation scope, DiagnosticEngine diagnostics) {
    dependences.forEach(d -> next.computeIfAbsent(d.user(), _ -> new ArrayList<>()).add(d));
    this.scope = scope;
    this.diagnostics = diagnostics;
  }

  /** Reports the shortest walk that goes through one of {@code starts}. */
  void report(List<Value> starts) {
    var walk = find(starts).map(CausalityCycle::fromNamed).orElseThrow(() -> new IllegalStateException("no closed walk of weight 0 in a component without order"));
    var legs = legs(walk);
    boolean bothWays = walk.stream().anyMatch(d -> d.weightIn(scope) > 0);
    var first = legs.getFirst().getFirst().user();
    var error = diagnostics.error(first.location(), "causality cycle: " + name(first) + " depends on itself at the same instant"
        + (bothWays ? ", by way of the future and the past" : "")).code(LanguageCode.CAUSALITY_CYCLE);
    legs.forEach(leg -> error.note(FlatProgram.place(leg.getFirst().user().location()), text(leg, scope)));
    error.note(FlatProgram.place(first.location()), bothWays ? "all cycles must lead into the past ('fby', 'pre'), or all into the future ('post')" : "break it with 'fby' or 'pre', or inside a segment with 'post'");
  }

  private Optional<List<Dependence>> find(List<Value> starts) {
    for (int reach : REACHES) {
      Optional<List<Dependence>> best = Optional.empty();
      for (var start : starts.subList(0, Math.min(starts.size(), MAX_STARTS))) {
        var walk = walk(start, reach);
        if (walk.isPresent() && (best.isEmpty() || walk.get().size() < best.get().size())) {
          best = walk;
        }
      }
      if (best.isPresent()) {
        return best;
      }
    }
    return Optional.empty();
  }

  /** The shortest walk from {@code start} back to it at the same instant that goes at most {@code reach} instants away. */
  private Optional<List<Dependence>> walk(Value start, int reach) {
    var home = new State(start, 0);
    var reachedBy = new HashMap<State, Dependence>();
    var before = new HashMap<State, State>();
    var pending = new ArrayDeque<>(List.of(home));
    while (!pending.isEmpty()) {
      var state = pending.poll();
      for (var dependence : next.getOrDefault(state.value(), List.of())) {
        var to = new State(dependence.source(), state.instant() + dependence.weightIn(scope));
        if (Math.abs(to.instant()) <= reach && reachedBy.putIfAbsent(to, dependence) == null) {
          before.put(to, state);
          if (to.equals(home)) {
            return Optional.of(trace(home, reachedBy, before));
          }
          pending.add(to);
        }
      }
    }
    return Optional.empty();
  }

  private static List<Dependence> trace(State home, Map<State, Dependence> reachedBy, Map<State, State> before) {
    var walk = new ArrayList<Dependence>();
    var state = home;
    do {
      walk.addFirst(reachedBy.get(state));
      state = before.get(state);
    } while (!state.equals(home));
    return walk;
  }

  /** The same walk from the variable on that comes first in the source, if it meets one. */
  private static List<Dependence> fromNamed(List<Dependence> walk) {
    var start = IntStream.range(0, walk.size()).boxed().filter(i -> isVariable(walk.get(i).user()))
        .min(Comparator.comparing(i -> walk.get(i).user().location().filePosition().orElse(NOWHERE), Comparator.comparing(Location.FileLineCol::file)
            .thenComparing(Location.FileLineCol::line).thenComparing(Location.FileLineCol::column)));
    var turned = new ArrayList<>(walk.subList(start.orElse(0), walk.size()));
    turned.addAll(walk.subList(0, start.orElse(0)));
    return turned;
  }

  /** The pieces of a walk between variables; what has no name belongs to the variable whose equation it is part of. */
  private static List<List<Dependence>> legs(List<Dependence> walk) {
    var legs = new ArrayList<List<Dependence>>();
    boolean anonymous = !isVariable(walk.getFirst().user());
    for (var dependence : walk) {
      if (anonymous || isVariable(dependence.user())) {
        legs.add(new ArrayList<>());
      }
      legs.getLast().add(dependence);
    }
    return legs;
  }

  private static boolean isVariable(Value value) {
    var op = value.definingOp().orElse(null);
    return value.location().sourceName().isPresent() && !(op instanceof ResetOp || op instanceof SegmentOp || op instanceof ThenOp);
  }

  /** How messages call a stream. */
  static String name(Value value) {
    if (value instanceof BlockArgument argument && argument.owner().parentOp().orElse(null) instanceof SegmentOp segment && segment.last() == argument) {
      return value.location().sourceName().map(name -> "'" + name + "'").orElse("the end of the segment");
    }
    return value.location().sourceName().map(name -> "'" + name + "'").or(() -> value.definingOp().map(op -> "the '" + (op.name().startsWith("reactive.") ? op.definition().mnemonic() : op.name()) + "' here")).orElse("an argument");
  }

  /** One line for a piece of a walk. */
  static String text(List<Dependence> leg, Operation scope) {
    var user = name(leg.getFirst().user());
    var source = name(leg.getLast().source());
    if (leg.size() == 1) {
      switch (leg.getFirst().reason()) {
        case CLOCK -> {
          return user + " is present only where " + source + " says so, at the same instant";
        }
        case RESET -> {
          return "the memory of " + user + " starts afresh where " + source + " says so, at the same instant";
        }
        case END -> {
          return user + " is known when the segment ends, which " + source + " decides";
        }
        case GATHERS -> {
          return user + " collects " + (leg.getFirst().weightIn(scope) < 0 ? "earlier" : "later") + " values";
        }
        case READS -> { }
      }
    }
    int weight = leg.stream().mapToInt(d -> d.weightIn(scope)).sum();
    var when = switch (weight) {
      case 0 -> "at the same instant";
      case -1 -> "at the previous instant";
      case 1 -> "at the next instant";
      default -> Math.abs(weight) + " instants " + (weight < 0 ? "before" : "after");
    };
    return user + " needs " + source + " " + when;
  }
}

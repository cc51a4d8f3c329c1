package mlr.passes.reactive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.PostOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.analysis.StronglyConnectedComponents;
import mlr.ir.diagnostics.DiagnosticEngine;

/**
 * Whether the cycles of a dependence graph can be computed: in each strongly connected component all must lead into the past, or all
 * into the future. The steps of an {@code over} segment lie within one instant of what is around it; so cycles that cost no instant
 * outside are judged by the segment's own steps, provided that they do not leave it.
 */
final class Causality {
  private final DependenceGraph graph;
  private final DiagnosticEngine diagnostics;

  Causality(DependenceGraph graph, DiagnosticEngine diagnostics) {
    this.graph = graph;
    this.diagnostics = diagnostics;
  }

  /** Checks everything in a node. */
  void check(Operation node) {
    var dependences = new ArrayList<Dependence>();
    graph.vertices().forEach(vertex -> dependences.addAll(graph.of(vertex)));
    check(graph.vertices(), dependences, node);
  }

  /** Checks a part of the graph, counting the instants of {@code scope}. */
  private void check(Collection<Value> vertices, List<Dependence> dependences, Operation scope) {
    for (var component : components(vertices, dependences)) {
      var inside = within(component, dependences);
      if (inside.isEmpty()) {
        continue;
      }
      var border = outermostLookingAhead(component, scope);
      var left = border.map(segment -> inside.stream().filter(d -> !crosses(d, segment)).toList()).orElse(inside);
      if (left.size() < inside.size()) {
        check(component, left, scope);
      } else {
        checkComponent(component, inside, scope);
      }
    }
  }

  private static List<List<Value>> components(Collection<Value> vertices, List<Dependence> dependences) {
    var next = new HashMap<Value, List<Value>>();
    dependences.forEach(d -> next.computeIfAbsent(d.user(), _ -> new ArrayList<>()).add(d.source()));
    return new StronglyConnectedComponents<>(vertices, vertex -> next.getOrDefault(vertex, List.of())).inOrder();
  }

  private static List<Dependence> within(Collection<Value> component, List<Dependence> dependences) {
    var members = new HashSet<>(component);
    return dependences.stream().filter(d -> members.contains(d.user()) && members.contains(d.source())).toList();
  }

  /** The outermost segment whose {@code post}s a component holds. */
  private static Optional<SegmentOp> outermostLookingAhead(List<Value> component, Operation scope) {
    SegmentOp outermost = null;
    for (var value : component) {
      if (value.definingOp().orElse(null) instanceof PostOp post && DependenceGraph.scopeOf(post) == scope) {
        var segment = AnticausalNodes.segmentOf(post).orElseThrow();
        if (outermost == null || segment.isAncestorOf(outermost)) {
          outermost = segment;
        }
      }
    }
    return Optional.ofNullable(outermost);
  }

  /** Whether a dependence reaches earlier runs of {@code segment} only. */
  private boolean crosses(Dependence dependence, SegmentOp segment) {
    for (Optional<SegmentOp> ended = Optional.of(segment); ended.isPresent(); ended = ended.get().parentOfType(SegmentOp.class)) {
      var ending = ended.get();
      boolean onItsEnds = ending.kind() != SegmentOp.Kind.OVER && dependence.memory().filter(clock -> clock.isWithin(endClock(ending))).isPresent();
      if (onItsEnds || dependence.border().filter(border -> border == ending).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Clock endClock(SegmentOp segment) {
    return new Clock.On(graph.clocks().activationOf(segment), graph.clocks().canonicalCondition(segment.last()), 1);
  }

  private void checkComponent(List<Value> component, List<Dependence> inside, Operation scope) {
    var instantaneous = inside.stream().filter(d -> d.weightIn(scope) == 0).toList();
    var knots = components(component, instantaneous).stream().filter(knot -> !within(knot, instantaneous).isEmpty()).toList();
    boolean fine = true;
    for (var knot : knots) {
      fine &= checkKnot(knot, within(knot, instantaneous), scope);
    }
    if (fine) {
      checkDirection(component, inside, knots, scope);
    }
  }

  /** A component of dependences at the same instant: only the steps of a segment in space can resolve it. */
  private boolean checkKnot(List<Value> knot, List<Dependence> inside, Operation scope) {
    var spaces = new LinkedHashSet<Operation>();
    knot.forEach(value -> spaces.add(below(DependenceGraph.scopeOf(value), scope)));
    if (spaces.size() == 1 && !spaces.contains(scope)) {
      check(knot, inside, spaces.iterator().next());
      return true;
    }
    Predicate<Value> outside = value -> DependenceGraph.scopeOf(value) == scope;
    var starts = knot.stream().anyMatch(outside) ? knot.stream().filter(outside).toList() : knot;
    new CausalityCycle(inside, scope, diagnostics).report(starts);
    return false;
  }

  /** The scope directly inside {@code outer} that holds {@code inner}, or {@code outer} itself. */
  private static Operation below(Operation inner, Operation outer) {
    var current = inner;
    while (current != outer && DependenceGraph.scopeOf(current) != outer) {
      current = DependenceGraph.scopeOf(current);
    }
    return current;
  }

  private void checkDirection(List<Value> component, List<Dependence> inside, List<List<Value>> knots, Operation scope) {
    boolean past = inside.stream().anyMatch(d -> d.weightIn(scope) < 0);
    boolean future = inside.stream().anyMatch(d -> d.weightIn(scope) > 0);
    if (past && future) {
      var contracted = new Contraction(component, knots);
      if (contracted.hasCycle(inside, scope, 1) && contracted.hasCycle(inside, scope, -1)) {
        new CausalityCycle(inside, scope, diagnostics).report(component);
        return;
      }
      checkSingleClock(component, inside, scope);
    }
    if (future) {
      checkInsideOneSegment(component, scope);
    }
  }

  private void checkSingleClock(List<Value> component, List<Dependence> inside, Operation scope) {
    var here = component.stream().filter(value -> DependenceGraph.scopeOf(value) == scope).toList();
    var first = here.getFirst();
    var other = here.stream().filter(value -> !graph.clocks().clockOf(value).equals(graph.clocks().clockOf(first))).findFirst();
    if (other.isEmpty()) {
      return;
    }
    var error = diagnostics.error(first.location(), "equations that look both into the past and into the future must be on one clock, but " + CausalityCycle.name(first)
        + " is on '" + graph.clocks().clockOf(first) + "' and " + CausalityCycle.name(other.get()) + " on '" + graph.clocks().clockOf(other.get()) + "'").code(LanguageCode.CAUSALITY_CLOCKS);
    for (int sign : new int[] {-1, 1}) {
      inside.stream().filter(d -> d.weightIn(scope) == sign).findFirst().ifPresent(d -> error.note(d.user().location(), CausalityCycle.text(List.of(d), scope)));
    }
  }

  private void checkInsideOneSegment(List<Value> component, Operation scope) {
    var segment = outermostLookingAhead(component, scope);
    var lookers = component.stream().filter(value -> value.definingOp().filter(op -> AnticausalNodes.needsSegment(op)).isPresent()).toList();
    var home = segment.or(() -> lookers.getFirst().definingOp().flatMap(AnticausalNodes::segmentOf)).orElseThrow();
    var astray = component.stream().filter(value -> !isInDoPart(value, home)).findFirst();
    astray.ifPresent(value -> diagnostics.error(value.location(), CausalityCycle.name(value) + " and " + CausalityCycle.name(lookers.getFirst())
        + " depend on each other backward in time, so both must be computed inside one segment").code(LanguageCode.CAUSALITY_REACH)
        .note(lookers.getFirst().location(), CausalityCycle.name(lookers.getFirst()) + " looks ahead in this segment").note(home.location(), "the segment is here"));
  }

  private static boolean isInDoPart(Value value, SegmentOp segment) {
    for (var around = AnticausalNodes.segmentOf(value.parentBlock().orElseThrow().first().orElseThrow()); around.isPresent(); around = AnticausalNodes.segmentOf(around.get())) {
      if (around.get() == segment) {
        return true;
      }
    }
    return false;
  }

  /** A component whose knots count as single vertices. */
  private static final class Contraction {
    private final Map<Value, Integer> number = new HashMap<>();
    private final int size;

    Contraction(List<Value> component, List<List<Value>> knots) {
      int next = 0;
      for (var knot : knots) {
        for (var value : knot) {
          number.put(value, next);
        }
        next++;
      }
      for (var value : component) {
        if (number.putIfAbsent(value, next) == null) {
          next++;
        }
      }
      size = next;
    }

    /** Whether some cycle has a weight of which {@code sign} times is at most 0 (Bellman and Ford). */
    boolean hasCycle(List<Dependence> dependences, Operation scope, int sign) {
      var edges = dependences.stream().filter(d -> d.weightIn(scope) != 0 || !number.get(d.user()).equals(number.get(d.source()))).toList();
      var distance = new long[size];
      // Each edge counts a little less than its weight, so that cycles of weight 0 become negative.
      long unit = edges.size() + 1L;
      for (int round = 0; round <= size; round++) {
        boolean changed = false;
        for (var edge : edges) {
          long through = distance[number.get(edge.user())] + unit * sign * edge.weightIn(scope) - 1;
          if (through < distance[number.get(edge.source())]) {
            distance[number.get(edge.source())] = through;
            changed = true;
          }
        }
        if (!changed) {
          return false;
        }
      }
      return true;
    }
  }
}

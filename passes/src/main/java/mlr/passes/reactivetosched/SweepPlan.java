package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.reactive.CurrentOp;
import mlr.dialects.reactive.FbyOp;
import mlr.dialects.reactive.FinalOp;
import mlr.dialects.reactive.PostOp;
import mlr.dialects.reactive.PreOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.SegmentYieldOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.WhenOp;
import mlr.dialects.reactive.YieldOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.analysis.StronglyConnectedComponents;
import mlr.ir.diagnostics.DiagnosticEngine;


/**
 * Which pass over a segment computes which operation. Pass 0 runs forward and holds what is causal; what depends on
 * the future goes to passes that alternate, 1 backward, 2 forward, and so on, each strongly connected component to
 * the earliest that can take it (alternating-pass evaluation, Jazayeri and Walter 1975).
 */
final class SweepPlan {
  private final List<Operation> operations;
  private final Set<Operation> members;
  private final Map<Operation, Integer> passes = new HashMap<>();

  private SweepPlan(List<Operation> operations) {
    this.operations = operations;
    this.members = new HashSet<>(operations);
  }

  /** The plan of a segment; an error is reported, and no plan given, when a component runs both ways. */
  static Optional<SweepPlan> of(SegmentOp segment, ClockAnalysis clocks, DiagnosticEngine diagnostics) {
    var plan = new SweepPlan(Streams.flatten(segment.body()).stream().filter(SweepPlan::computes).toList());
    Map<Operation, List<Dependence>> dependences = new HashMap<>();
    for (var op : plan.operations) {
      dependences.put(op, Dependence.of(op, clocks).stream().filter(d -> plan.definition(d.value()).isPresent()).toList());
    }
    var anticausal = plan.anticausal(dependences);
    plan.operations.stream().filter(op -> !anticausal.contains(op)).forEach(op -> plan.passes.put(op, 0));
    for (var component : new StronglyConnectedComponents<>(plan.operations.stream().filter(anticausal::contains).toList(),
        op -> dependences.get(op).stream().map(d -> plan.definition(d.value()).orElseThrow()).filter(anticausal::contains).toList()).inOrder()) {
      if (!plan.place(component, dependences, diagnostics)) {
        return Optional.empty();
      }
    }
    return Optional.of(plan);
  }

  private static boolean computes(Operation op) {
    return switch (op) {
      case ResetOp _, ThenOp _, WhenOp _, YieldOp _, SegmentYieldOp _ -> false;
      default -> op.resultCount() == 0 || !ClockAnalysis.isTimeInvariant(op.result(0));
    };
  }

  /** The operation of the body that computes a value: for what comes out of a segment within, that segment. */
  private Optional<Operation> definition(Value value) {
    for (var op = Streams.source(value).definingOp(); op.isPresent(); op = op.get().parentOp()) {
      if (members.contains(op.get())) {
        return op;
      }
    }
    return Optional.empty();
  }

  private Set<Operation> anticausal(Map<Operation, List<Dependence>> dependences) {
    var found = new LinkedHashSet<Operation>();
    for (boolean grows = true; grows; ) {
      grows = false;
      for (var op : operations) {
        boolean reached = op instanceof PostOp || op instanceof FinalOp || dependences.get(op).stream().anyMatch(d -> found.contains(definition(d.value()).orElseThrow()));
        grows |= reached && found.add(op);
      }
    }
    return found;
  }

  private boolean place(List<Operation> component, Map<Operation, List<Dependence>> dependences, DiagnosticEngine diagnostics) {
    boolean forward = component.stream().anyMatch(op -> op instanceof FbyOp || op instanceof PreOp || op instanceof CurrentOp);
    boolean backward = component.stream().anyMatch(op -> op instanceof PostOp);
    boolean looped = component.stream().flatMap(op -> dependences.get(op).stream()).anyMatch(d -> d.when() == Dependence.When.LAST
        && component.contains(definition(d.value()).orElseThrow()));
    if (forward && (backward || looped)) {
      diagnostics.error(component.getFirst().location(), "these equations run both forward and backward in time");
      return false;
    }
    int pass = 1;
    for (var op : component) {
      for (var dependence : dependences.get(op)) {
        var source = definition(dependence.value()).orElseThrow();
        if (!component.contains(source)) {
          pass = Math.max(pass, earliest(passes.get(source), dependence.when()));
        }
      }
    }
    boolean wrongWay = (forward && pass % 2 == 1) || ((backward || looped) && pass % 2 == 0);
    int chosen = wrongWay ? pass + 1 : pass;
    component.forEach(op -> passes.put(op, chosen));
    return true;
  }

  /** The earliest pass that may read from {@code pass} in that way: its own pass only if that has been there already. */
  private static int earliest(int pass, Dependence.When when) {
    boolean backward = pass % 2 == 1;
    boolean sameWay = switch (when) {
      case SAME -> true;
      case PREVIOUS -> !backward;
      case NEXT, LAST -> backward;
    };
    return sameWay ? pass : pass + 1;
  }

  /** The pass that computes {@code op}, 0 for what is not of this segment's body. */
  int passOf(Operation op) {
    return passes.getOrDefault(op, 0);
  }

  /** The pass that computes {@code value}. */
  int passOf(Value value) {
    return definition(value).map(this::passOf).orElse(0);
  }

  /** The operations of a pass in source order. */
  List<Operation> operations(int pass) {
    return operations.stream().filter(op -> passes.get(op) == pass).toList();
  }

  /** The passes after pass 0 that compute something. */
  List<Integer> later() {
    var used = new java.util.TreeSet<>(passes.values());
    used.remove(0);
    return new ArrayList<>(used);
  }
}

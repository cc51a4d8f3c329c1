package mlr.passes.reactive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mlr.dialects.reactive.AllOp;
import mlr.dialects.reactive.FinalOp;
import mlr.dialects.reactive.InitialOp;
import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.MergeOp;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.PostOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.WhenOp;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;

/** Anticausal values, known only when their segment ends, decide nothing before and leave only through {@code then} or {@code replay}. */
final class AnticausalExits {
  private final NodeOp node;
  private final DependenceGraph graph;
  private final DiagnosticEngine diagnostics;
  private final Map<Value, List<Value>> users = new HashMap<>();

  AnticausalExits(NodeOp node, DependenceGraph graph, DiagnosticEngine diagnostics) {
    this.node = node;
    this.graph = graph;
    this.diagnostics = diagnostics;
    graph.vertices().forEach(user -> graph.of(user).stream()
        // Across a border, everything of the segment before is known.
        .filter(dependence -> dependence.border().isEmpty())
        .forEach(dependence -> users.computeIfAbsent(dependence.source(), _ -> new ArrayList<>()).add(user)));
  }

  /** Checks that no segment waits for what it knows only when it ends; false, with errors, when one does. */
  boolean checkEndConditions() {
    int errors = diagnostics.errorCount();
    for (var segment : node.collect(SegmentOp.class)) {
      var anticausal = anticausal(segment);
      segment.yield().until().filter(anticausal::contains).ifPresent(until -> reportCondition(until, "the end condition of a segment", segment, anticausal));
    }
    return diagnostics.errorCount() == errors;
  }

  /** Checks everything else. */
  void check() {
    node.collect(SegmentOp.class).forEach(this::check);
  }

  private void check(SegmentOp segment) {
    var anticausal = anticausal(segment);
    if (anticausal.isEmpty()) {
      return;
    }
    for (var op : node.collect(Operation.class)) {
      switch (op) {
        case WhenOp when when anticausal.contains(when.condition()) -> reportCondition(when.condition(), "the condition of a 'when'", op, anticausal);
        case MergeOp merge when anticausal.contains(merge.condition()) -> reportCondition(merge.condition(), "the condition of a 'merge'", op, anticausal);
        case ResetOp reset when anticausal.contains(reset.condition()) -> reportCondition(reset.condition(), "the condition of a reset", op, anticausal);
        default -> { }
      }
    }
    for (int i = 0; i < segment.yield().outs().size(); i++) {
      var out = segment.yield().outs().get(i);
      if (anticausal.contains(out)) {
        reportLeaving(out, "is read outside of its segment at its own instant", segment);
      }
    }
    segment.then().ifPresent(then -> checkThen(then, anticausal));
  }

  private void checkThen(ThenOp then, Set<Value> anticausal) {
    var reported = new LinkedHashSet<Value>();
    then.walkPreOrder(op -> {
      boolean isExit = op instanceof InitialOp || op instanceof FinalOp || op instanceof AllOp;
      if (!isExit) {
        op.operands().stream().filter(anticausal::contains).filter(reported::add).forEach(value -> reportLeaving(value, "is read in the then part", op));
      }
    });
  }

  /** What depends on the future of {@code segment}, without what its then part makes of it. */
  private Set<Value> anticausal(SegmentOp segment) {
    var found = new LinkedHashSet<Value>();
    var pending = new ArrayDeque<Value>();
    for (var op : segment.collect(Operation.class)) {
      boolean looksAhead = op instanceof PostOp || op instanceof FinalOp && !(op.parentOp().orElse(null) instanceof ThenOp);
      if (looksAhead && AnticausalNodes.segmentOf(op).filter(around -> around == segment).isPresent()) {
        pending.add(op.result(0));
      }
    }
    while (!pending.isEmpty()) {
      var value = pending.pop();
      if (isInside(value, segment) && found.add(value)) {
        pending.addAll(users.getOrDefault(value, List.of()));
      }
    }
    return found;
  }

  private static boolean isInside(Value value, SegmentOp segment) {
    var place = value.parentBlock().orElseThrow().first().orElseThrow();
    boolean inThen = segment.then().filter(then -> then.isAncestorOf(place) || value.definingOp().filter(op -> op == then).isPresent()).isPresent();
    return segment.isAncestorOf(place) && !inThen;
  }

  private void reportCondition(Value condition, String role, Operation op, Set<Value> anticausal) {
    var culprit = variable(condition, anticausal);
    diagnostics.error(op.location(), role + " must be causal, but " + CausalityCycle.name(culprit) + " is anticausal (it depends on the future of its segment)")
        .code(LanguageCode.ANTICAUSAL_CONDITION)
        .note(FlatProgram.place(culprit.location()), CausalityCycle.name(culprit) + " is defined here");
  }

  /** The nearest variable among {@code anticausal} that a value is computed from; the value itself when there is none. */
  private Value variable(Value value, Set<Value> anticausal) {
    var seen = new LinkedHashSet<>(List.of(value));
    var pending = new ArrayDeque<>(List.of(value));
    while (!pending.isEmpty()) {
      var next = pending.poll();
      if (next.location().sourceName().isPresent()) {
        return next;
      }
      graph.of(next).stream().map(Dependence::source).filter(anticausal::contains).filter(seen::add).forEach(pending::add);
    }
    return value;
  }

  private void reportLeaving(Value value, String how, Operation op) {
    diagnostics.error(value.location(), CausalityCycle.name(value) + " is anticausal (it depends on the future of its segment), but " + how)
        .code(LanguageCode.ANTICAUSAL_EXIT).note(op.location(), "it is read here").note("take it out in 'then' with 'initial', 'final' or 'all', or read it one segment later with 'replay'");
  }
}

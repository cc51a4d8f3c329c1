package mlr.passes.reactive;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.reactive.AllOp;
import mlr.dialects.reactive.ArrowOp;
import mlr.dialects.reactive.CurrentOp;
import mlr.dialects.reactive.FbyOp;
import mlr.dialects.reactive.FinalOp;
import mlr.dialects.reactive.InitialOp;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.PostOp;
import mlr.dialects.reactive.PreOp;
import mlr.dialects.reactive.ReplayOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.WordOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Value;

/** The weighted dependences between the streams of a flat node, as docs/language.md, section 3, weighs them. */
final class DependenceGraph {
  private final ClockAnalysis clocks;
  private final Set<Value> vertices = new LinkedHashSet<>();
  private final Map<Value, List<Dependence>> dependences = new IdentityHashMap<>();

  DependenceGraph(NodeOp node, ClockAnalysis clocks) {
    this.clocks = clocks;
    visit(node.body());
  }

  /** All streams in source order, constants left out. */
  Set<Value> vertices() {
    return vertices;
  }

  /** What a stream needs. */
  List<Dependence> of(Value user) {
    return dependences.getOrDefault(user, List.of());
  }

  ClockAnalysis clocks() {
    return clocks;
  }

  /** The scope whose instants an operation runs at: the node, or the {@code over} segment in whose do part it stands. */
  static Operation scopeOf(Operation op) {
    for (var parent = op.parentOp(); parent.isPresent(); parent = parent.get().parentOp()) {
      if (parent.get() instanceof SegmentOp segment && segment.kind() == SegmentOp.Kind.OVER || parent.get() instanceof NodeOp) {
        return parent.get();
      }
      if (parent.get() instanceof ThenOp then) {
        parent = then.parentOp();
      }
    }
    throw new IllegalStateException("an operation outside of all nodes");
  }

  /** The scope in which a stream is defined. */
  static Operation scopeOf(Value value) {
    return scopeOf(value.parentBlock().orElseThrow().first().orElseThrow());
  }

  private void visit(Block block) {
    vertices.addAll(block.arguments());
    for (var op : block) {
      op.results().stream().filter(result -> !ClockAnalysis.isTimeInvariant(result)).forEach(vertices::add);
      visit(op);
    }
  }

  private void visit(Operation op) {
    switch (op) {
      case ResetOp reset -> {
        passOut(reset, reset.body().last().orElseThrow().operands());
        visit(reset.body());
      }
      case SegmentOp segment -> visitSegment(segment);
      case ThenOp then -> {
        passOut(then, then.yield().outs());
        visit(then.body());
      }
      default -> op.results().stream().filter(result -> !ClockAnalysis.isTimeInvariant(result)).forEach(result -> visitEquation(op, result));
    }
  }

  private void passOut(Operation op, List<Value> inside) {
    for (int i = 0; i < op.resultCount(); i++) {
      add(op.result(i), inside.get(i), 0, op, Dependence.Reason.READS);
    }
  }

  private void visitSegment(SegmentOp segment) {
    passOut(segment, segment.yield().outs());
    segment.yield().until().ifPresent(until -> add(segment.last(), until, 0, segment, Dependence.Reason.READS));
    for (int i = 0; i < segment.elements().size(); i++) {
      add(segment.elementArguments().get(i), segment.elements().get(i), 0, segment, Dependence.Reason.READS);
    }
    for (int i = 0; i < segment.carries().size(); i++) {
      var carry = segment.carryArguments().get(i);
      add(carry, segment.carries().get(i), 0, segment, Dependence.Reason.READS);
      add(new Dependence(carry, segment.then().orElseThrow().yield().next().get(i), -1, scopeOf(segment), Dependence.Reason.READS, Optional.of(segment), Optional.empty()));
    }
    for (var argument : segment.body().arguments()) {
      renewals(argument, segment);
      conditions(argument, segment, clocks.activationOf(segment));
    }
    visit(segment.body());
  }

  private void visitEquation(Operation op, Value result) {
    conditions(result, op, clocks.clockOf(result));
    switch (op) {
      case FbyOp fby -> {
        add(result, fby.init(), 0, op, Dependence.Reason.READS);
        delay(result, fby.next(), op);
      }
      case PreOp pre -> delay(result, pre.operand(), op);
      case ArrowOp _, WordOp _ -> {
        op.operands().forEach(operand -> add(result, operand, 0, op, Dependence.Reason.READS));
        renewals(result, op);
      }
      case PostOp post -> {
        add(result, post.next(), 1, op, Dependence.Reason.READS);
        add(result, post.last(), 0, op, Dependence.Reason.READS);
        AnticausalNodes.segmentOf(op).ifPresent(segment -> add(result, segment.last(), 0, op, Dependence.Reason.END));
      }
      case ReplayOp replay -> {
        add(new Dependence(result, replay.operand(), -1, scopeOf(op), Dependence.Reason.READS, AnticausalNodes.segmentOf(op), Optional.empty()));
        add(result, replay.otherwise(), 0, op, Dependence.Reason.READS);
        renewals(result, op);
      }
      case CurrentOp current -> {
        op.operands().forEach(operand -> add(result, operand, 0, op, Dependence.Reason.READS));
        gather(result, -1, op);
        renewals(result, op);
      }
      case FinalOp last when !(op.parentOp().orElse(null) instanceof ThenOp) -> {
        add(result, last.operand(), 0, op, Dependence.Reason.READS);
        gather(result, 1, op);
      }
      case InitialOp _, AllOp _ -> {
        add(result, op.operand(0), 0, op, Dependence.Reason.READS);
        // A segment in space is over within the instant.
        if (((SegmentOp) op.parentOp().flatMap(Operation::parentOp).orElseThrow()).kind() != SegmentOp.Kind.OVER) {
          gather(result, -1, op);
        }
      }
      default -> readBy(op).forEach(operand -> add(result, operand, 0, op, Dependence.Reason.READS));
    }
  }

  private void delay(Value result, Value source, Operation op) {
    add(new Dependence(result, source, -1, scopeOf(op), Dependence.Reason.READS, Optional.empty(), Optional.of(clocks.clockOf(result))));
    renewals(result, op);
  }

  private void gather(Value result, int weight, Operation op) {
    add(new Dependence(result, result, weight, scopeOf(op), Dependence.Reason.GATHERS, Optional.empty(), Optional.empty()));
  }

  private void conditions(Value result, Operation op, Clock clock) {
    for (var current = clock; current instanceof Clock.On on; current = on.parent()) {
      add(result, on.condition(), 0, op, Dependence.Reason.CLOCK);
    }
  }

  private void renewals(Value result, Operation op) {
    for (var parent = op.parentOp(); parent.isPresent(); parent = parent.get().parentOp()) {
      if (parent.get() instanceof ResetOp reset) {
        add(result, reset.condition(), 0, op, Dependence.Reason.RESET);
      }
    }
  }

  /** The operands of an equation and what its regions read. */
  static Set<Value> readBy(Operation op) {
    var all = new LinkedHashSet<>(op.operands());
    for (var region : op.regions()) {
      var inside = new ArrayList<Value>();
      region.blocks().forEach(block -> block.forEach(inner -> inner.walk(nested -> inside.addAll(nested.operands()))));
      inside.stream().filter(value -> value.parentBlock().flatMap(Block::region).filter(region::encloses).isEmpty()).forEach(all::add);
    }
    return all;
  }

  private void add(Value user, Value source, int weight, Operation op, Dependence.Reason reason) {
    add(new Dependence(user, source, weight, scopeOf(op), reason, Optional.empty(), Optional.empty()));
  }

  private void add(Dependence dependence) {
    if (!ClockAnalysis.isTimeInvariant(dependence.source())) {
      dependences.computeIfAbsent(dependence.user(), _ -> new ArrayList<>()).add(dependence);
    }
  }
}

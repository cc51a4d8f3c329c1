package mlr.dialects.reactive.clock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.reactive.AllOp;
import mlr.dialects.reactive.ClockPath;
import mlr.dialects.reactive.CurrentOp;
import mlr.dialects.reactive.FinalOp;
import mlr.dialects.reactive.InitialOp;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.MergeOp;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.ReturnOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.SegmentYieldOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.ThenYieldOp;
import mlr.dialects.reactive.WhenOp;
import mlr.dialects.reactive.YieldOp;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;

/** Walks a node, unifies the clocks that its operations tie together, and reports those that can't be equal. */
final class ClockConstraints {
  private final NodeOp node;
  private final Operation module;
  private final DiagnosticEngine diagnostics;
  private final Conditions conditions = new Conditions();
  private final Map<Value, ClockTerm> terms = new IdentityHashMap<>();
  private final Map<Operation, ClockTerm> activations = new IdentityHashMap<>();
  private final List<Value> order = new ArrayList<>();
  private final Map<Value, ClockTerm> fallbacks = new IdentityHashMap<>();
  private final List<CurrentOp> holds = new ArrayList<>();
  private boolean free;

  ClockConstraints(NodeOp node, Operation module, DiagnosticEngine diagnostics) {
    this.node = node;
    this.module = module;
    this.diagnostics = diagnostics;
  }

  ClockAnalysis solve() {
    var base = new ClockTerm.Base(node);
    activations.put(node, base);
    var ports = NodeInterface.ofNode(module, node);
    var named = new HashMap<String, Value>();
    for (int i = 0; i < ports.inputs().size(); i++) {
      named.put(ports.inputs().get(i).name(), node.body().argument(i));
    }
    for (int i = 0; i < ports.outputs().size(); i++) {
      named.putIfAbsent(ports.outputs().get(i).name(), node.outputs().get(i));
    }
    for (int i = 0; i < ports.inputs().size(); i++) {
      tie(node, node.body().argument(i), declare(node.body().argument(i), base), portClock(ports.inputs().get(i).clock(), base, named));
    }
    visit(node.body(), base);
    for (int i = 0; i < ports.outputs().size(); i++) {
      var end = node.body().last().orElseThrow();
      tie(end, node.outputs().get(i), use(node.outputs().get(i), node.body(), base), portClock(ports.outputs().get(i).clock(), base, named));
    }
    solveHolds();
    return result();
  }

  private ClockAnalysis result() {
    var clocks = new IdentityHashMap<Value, Clock>();
    for (var value : order) {
      var fallback = ClockTerm.freeze(fallbacks.get(value), new Clock.Base(node));
      clocks.put(value, ClockTerm.freeze(terms.get(value), fallback));
    }
    free |= order.stream().anyMatch(value -> terms.get(value).isFree() && !ClockAnalysis.isTimeInvariant(value))
        || activations.values().stream().anyMatch(ClockTerm::isFree);
    var running = new IdentityHashMap<Operation, Clock>();
    activations.forEach((op, term) -> running.put(op, ClockTerm.freeze(term, new Clock.Base(node))));
    return new ClockAnalysis(clocks, running, conditions, free);
  }

  private void visit(Block block, ClockTerm region) {
    for (var op : block) {
      for (var result : op.results()) {
        declare(result, region);
      }
    }
    for (var op : block) {
      visit(op, block, region);
    }
  }

  private void visit(Operation op, Block block, ClockTerm region) {
    switch (op) {
      case WhenOp when -> {
        var common = use(when.operand(), block, region);
        var sampler = use(when.condition(), block, region);
        if (!ClockTerm.unify(sampler, common)) {
          diagnostics.error(op.location(), "clock clash: " + name(when.operand()) + " is on clock '" + text(common) + "', but the condition "
              + name(when.condition()) + " that samples it is on '" + text(sampler) + "'").code(LanguageCode.CLOCK_CLASH).note(when.operand().location(), name(when.operand()) + " is defined here").note(when.condition().location(), name(when.condition()) + " is defined here");
          forget(op);
        }
        tie(op, when.result(), term(when.result()), new ClockTerm.On(common, conditions.canonical(when.condition()), when.value()));
      }
      case MergeOp merge -> {
        var common = use(merge.condition(), block, region);
        checkCases(merge);
        for (int i = 0; i < merge.cases().length; i++) {
          var branch = merge.branches().get(i);
          tie(op, branch, use(branch, block, region), new ClockTerm.On(common, conditions.canonical(merge.condition()), merge.cases()[i]));
        }
        tie(op, merge.result(), term(merge.result()), common);
      }
      case CurrentOp hold -> {
        tie(op, hold.otherwise(), use(hold.otherwise(), block, region), term(hold.result()));
        holds.add(hold);
      }
      case InstanceOp instance -> visitInstance(instance, block, region);
      case ResetOp reset -> {
        // What nothing inside ties to a clock runs on the condition's; a constant has none of its own.
        var resetting = ClockAnalysis.isTimeInvariant(reset.condition()) ? region : use(reset.condition(), block, region);
        activations.put(op, resetting);
        visit(reset.body(), resetting);
        passOut(reset.body().last().orElseThrow().operands(), op, reset.body(), resetting);
      }
      case SegmentOp segment -> visitSegment(segment, block, region);
      case ThenOp then -> visitThen(then, block);
      case InitialOp _, FinalOp _, AllOp _ when block.parentOp().orElse(null) instanceof ThenOp then -> {
        var segment = (SegmentOp) then.parentOp().orElseThrow();
        if (!isOnInnerEnds(op, segment)) {
          tie(op, op.operand(0), term(op.operand(0)), bodyClock(segment));
        }
        tie(op, op.result(0), term(op.result(0)), activations.get(then));
      }
      case ReturnOp _, YieldOp _, SegmentYieldOp _, ThenYieldOp _ -> { }
      default -> visitPlain(op, block, region);
    }
  }

  /** Whether {@code all} takes a variable on the end clock of a directly inner segment: there are fewer values than instants. */
  private static boolean isOnInnerEnds(Operation op, SegmentOp segment) {
    return op instanceof AllOp && op.result(0).type() instanceof RankedTensorType tensor && tensor.shape().getFirst() < segment.length();
  }

  /** All operands and results on one clock. */
  private void visitPlain(Operation op, Block block, ClockTerm region) {
    ClockTerm common = op.resultCount() > 0 ? term(op.result(0)) : new ClockTerm.Variable();
    if (op.resultCount() == 0) {
      activations.put(op, common);
    }
    for (var operand : op.operands()) {
      tie(op, operand, use(operand, block, region), common);
    }
    for (var result : op.results()) {
      tie(op, result, term(result), common);
    }
  }

  private void visitInstance(InstanceOp instance, Block block, ClockTerm region) {
    var base = new ClockTerm.Variable();
    activations.put(instance, base);
    instance.every().ifPresent(condition -> use(condition, block, region));
    var callee = SymbolTable.lookupNearest(instance, instance.callee().root());
    if (!(callee.orElse(null) instanceof NodeOp target)) {
      return;
    }
    var ports = NodeInterface.ofNode(module, target);
    var named = new HashMap<String, Value>();
    for (int i = 0; i < Math.min(ports.inputs().size(), instance.arguments().size()); i++) {
      named.put(ports.inputs().get(i).name(), instance.arguments().get(i));
    }
    for (int i = 0; i < Math.min(ports.outputs().size(), instance.resultCount()); i++) {
      named.putIfAbsent(ports.outputs().get(i).name(), instance.result(i));
    }
    for (int i = 0; i < Math.min(ports.inputs().size(), instance.arguments().size()); i++) {
      var argument = instance.arguments().get(i);
      tie(instance, argument, use(argument, block, region), portClock(ports.inputs().get(i).clock(), base, named));
    }
    for (int i = 0; i < Math.min(ports.outputs().size(), instance.resultCount()); i++) {
      tie(instance, instance.result(i), term(instance.result(i)), portClock(ports.outputs().get(i).clock(), base, named));
    }
  }

  private void visitSegment(SegmentOp segment, Block block, ClockTerm region) {
    var running = new ClockTerm.Variable();
    activations.put(segment, running);
    for (var operand : segment.operands()) {
      tie(segment, operand, use(operand, block, region), running);
    }
    var inner = bodyClock(segment);
    for (var argument : segment.body().arguments()) {
      tie(segment, argument, declare(argument, inner), inner);
    }
    visit(segment.body(), inner);
    segment.yield().until().ifPresent(until -> tie(segment, until, use(until, segment.body(), inner), inner));
    if (segment.kind() == SegmentOp.Kind.OVER) {
      for (int i = 0; i < segment.resultCount(); i++) {
        tie(segment, segment.result(i), term(segment.result(i)), term(segment.yield().outs().get(i)));
        tie(segment, segment.result(i), term(segment.result(i)), running);
      }
    } else {
      passOut(segment.yield().outs(), segment, segment.body(), inner);
    }
    // A segment that nothing ties down counts the instants of the region it stands in.
    if (running.resolved() instanceof ClockTerm.Variable) {
      free = true;
      ClockTerm.unify(running, region);
    }
  }

  private void visitThen(ThenOp then, Block block) {
    var segment = (SegmentOp) block.parentOp().orElseThrow();
    ClockTerm end = segment.kind() == SegmentOp.Kind.OVER ? activations.get(segment)
        : new ClockTerm.On(activations.get(segment), conditions.canonical(segment.last()), 1);
    activations.put(then, end);
    visit(then.body(), end);
    for (var next : then.yield().next()) {
      tie(then, next, use(next, then.body(), end), end);
    }
    passOut(then.yield().outs(), then, then.body(), end);
  }

  /** The clock of one step of a segment's body. */
  private ClockTerm bodyClock(SegmentOp segment) {
    return segment.kind() == SegmentOp.Kind.OVER ? new ClockTerm.Base(segment) : activations.get(segment);
  }

  private void passOut(List<Value> values, Operation op, Block inside, ClockTerm region) {
    for (int i = 0; i < Math.min(values.size(), op.resultCount()); i++) {
      tie(op, op.result(i), use(values.get(i), inside, region), term(op.result(i)));
    }
  }

  private void solveHolds() {
    var open = new ArrayList<>(holds);
    for (boolean progress = true; progress && !open.isEmpty(); ) {
      progress = open.removeIf(this::solveHold);
    }
    open.forEach(hold -> noClockAbove(hold, "runs at every instant of its scope"));
  }

  private boolean solveHold(CurrentOp hold) {
    var sampled = use(hold.sampled(), hold.block().orElseThrow(), term(hold.result()));
    switch (sampled.resolved()) {
      case ClockTerm.On on -> tie(hold, hold.result(), on.parent(), term(hold.result()));
      case ClockTerm.Base _ -> noClockAbove(hold, "is on the base clock '" + text(sampled) + "'");
      case ClockTerm.Wrong _ -> forget(hold);
      case ClockTerm.Variable _ -> {
        return false;
      }
    }
    return true;
  }

  private void noClockAbove(CurrentOp hold, String where) {
    diagnostics.error(hold.location(), "current holds " + name(hold.sampled()) + ", which " + where + ": there is no clock one level up")
        .code(LanguageCode.CLOCK_CLASH)
        .note(hold.sampled().location(), name(hold.sampled()) + " is defined here; sample it with 'when', or leave out 'current'");
  }

  private void checkCases(MergeOp merge) {
    var cases = java.util.Arrays.stream(merge.cases()).boxed().toList();
    boolean repeated = cases.stream().distinct().count() < cases.size();
    boolean partial = merge.condition().type().equals(IntegerType.I1) && !cases.containsAll(List.of(0L, 1L));
    if (repeated || partial) {
      diagnostics.error(merge.location(), "the branches of a merge must be complementary, but " + name(merge.condition())
          + (repeated ? " has two branches for one value" : " lacks a branch for one of its values")).code(LanguageCode.MERGE_CASES);
    }
  }

  /** The clock that a use sees: any for a constant, the end clock for a body value in a then part, any for an outer value in an over segment. */
  private ClockTerm use(Value value, Block where, ClockTerm region) {
    if (ClockAnalysis.isTimeInvariant(value)) {
      return new ClockTerm.Variable();
    }
    var home = value.parentBlock().orElseThrow();
    ClockTerm seen = null;
    for (var block = where; block != home; ) {
      var owner = block.parentOp().orElseThrow();
      if (owner instanceof ThenOp then) {
        var segment = (SegmentOp) then.parentOp().orElseThrow();
        if (seen == null) {
          seen = activations.get(then);
        }
        if (home == segment.body()) {
          tie(then, value, term(value), bodyClock(segment));
          return seen;
        }
      } else if (owner instanceof SegmentOp segment && segment.kind() == SegmentOp.Kind.OVER) {
        if (seen == null) {
          seen = new ClockTerm.Variable();
        }
        if (segment.block().orElseThrow() == home) {
          tie(segment, value, term(value), activations.get(segment));
        }
      }
      block = owner.block().orElseThrow();
    }
    return seen == null ? term(value) : seen;
  }

  private ClockTerm portClock(ClockPath path, ClockTerm base, Map<String, Value> named) {
    ClockTerm clock = base;
    for (var step : path.steps()) {
      var condition = named.get(step.condition());
      if (condition == null) {
        diagnostics.error(node.location(), "clock '" + path + "' names '" + step.condition() + "', which is no port of '" + node.symbol() + "'").code(LanguageCode.CLOCK_CONDITION);
        return new ClockTerm.Variable();
      }
      clock = new ClockTerm.On(clock, conditions.canonical(condition), step.value());
    }
    return clock;
  }

  private ClockTerm declare(Value value, ClockTerm region) {
    var term = new ClockTerm.Variable();
    terms.put(value, term);
    fallbacks.put(value, region);
    order.add(value);
    return term;
  }

  private ClockTerm term(Value value) {
    var term = terms.get(value);
    return term != null ? term : declare(value, new ClockTerm.Base(node));
  }

  private void tie(Operation op, Value value, ClockTerm actual, ClockTerm expected) {
    if (ClockTerm.unify(actual, expected)) {
      return;
    }
    var error = diagnostics.error(op.location(), "clock clash: " + name(value) + " is on clock '" + text(actual) + "', but '" + text(expected) + "' is needed here").code(LanguageCode.CLOCK_CLASH)
        .note(value.location(), name(value) + " is defined here");
    op.operands().stream().filter(other -> other != value && terms.containsKey(other) && !ClockAnalysis.isTimeInvariant(other) && text(term(other)).equals(text(expected)))
        .findFirst().ifPresent(other -> error.note(other.location(), name(other) + ", which it meets, is on clock '" + text(expected) + "'"));
    forget(op);
  }

  /** Keeps what depends on a clash from being reported again. */
  private void forget(Operation op) {
    op.results().forEach(result -> terms.put(result, new ClockTerm.Wrong()));
  }

  private String text(ClockTerm term) {
    return ClockTerm.freeze(term, new Clock.Base(node)).toString();
  }

  private static String name(Value value) {
    var sampled = value.definingOp().filter(WhenOp.class::isInstance).map(WhenOp.class::cast)
        .flatMap(when -> when.operand().location().sourceName().map(n -> "'" + n + " when " + ConditionText.of(when.condition(), when.value()) + "'"));
    return value.location().sourceName().map(n -> "'" + n + "'").or(() -> sampled).orElse("a value of type " + value.type());
  }
}

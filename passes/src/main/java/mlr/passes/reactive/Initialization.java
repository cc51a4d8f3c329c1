package mlr.passes.reactive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mlr.dialects.reactive.ArrowOp;
import mlr.dialects.reactive.AssertOp;
import mlr.dialects.reactive.CallOp;
import mlr.dialects.reactive.CurrentOp;
import mlr.dialects.reactive.FbyOp;
import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.MergeOp;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.PostOp;
import mlr.dialects.reactive.PreOp;
import mlr.dialects.reactive.ReplayOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.ReturnOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.SegmentYieldOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.ThenYieldOp;
import mlr.dialects.reactive.WhenOp;
import mlr.dialects.reactive.YieldOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;

/**
 * Which {@code pre}s may make a stream undefined, each at the first instant of its clock in its scope, and where such a stream must not
 * go. After Colaço and Pouzet, "Type-based initialization analysis of a synchronous data-flow language" (STTT 2004); where they keep one
 * bit, this keeps the set of {@code pre}s, so that clocks, resets and segments can be told apart.
 */
final class Initialization {
  private final NodeOp node;
  private final ClockAnalysis clocks;
  private final DiagnosticEngine diagnostics;
  private final List<Operation> operations;
  private final Map<Value, Set<PreOp>> undefined = new IdentityHashMap<>();
  private final Map<Value, List<Value>> aliases = new IdentityHashMap<>();
  private final Set<PreOp> reported = new HashSet<>();

  private Initialization(NodeOp node, ClockAnalysis clocks, DiagnosticEngine diagnostics) {
    this.node = node;
    this.clocks = clocks;
    this.diagnostics = diagnostics;
    this.operations = node.collect(Operation.class);
  }

  /** Checks one flat node. */
  static void check(NodeOp node, ClockAnalysis clocks, DiagnosticEngine diagnostics) {
    new Initialization(node, clocks, diagnostics).check();
  }

  private void check() {
    if (node.collect(PreOp.class).isEmpty()) {
      return;
    }
    propagate();
    operations.forEach(this::demand);
  }

  // What is undefined

  private void propagate() {
    for (var op : operations) {
      switch (op) {
        case ResetOp reset -> pass(reset.body().last().orElseThrow().operands(), op);
        case ThenOp then -> pass(then.yield().outs(), op);
        case SegmentOp segment -> {
          pass(segment.yield().outs(), op);
          for (int i = 0; i < segment.elements().size(); i++) {
            aliases.computeIfAbsent(segment.elements().get(i), _ -> new java.util.ArrayList<>()).add(segment.elementArguments().get(i));
          }
        }
        default -> { }
      }
    }
    Deque<Value> pending = new ArrayDeque<>();
    for (var op : operations) {
      if (op instanceof PreOp pre) {
        add(pre.result(0), Set.of(pre), pending);
      }
    }
    while (!pending.isEmpty()) {
      var value = pending.pop();
      aliases.getOrDefault(value, List.of()).forEach(alias -> add(alias, of(value), pending));
      for (var use : value.uses()) {
        var equation = Equations.around(use.owner());
        flow(equation, equation == use.owner() ? use.index() : -1, of(value), pending);
      }
    }
  }

  private void pass(List<Value> inside, Operation op) {
    for (int i = 0; i < op.resultCount(); i++) {
      aliases.computeIfAbsent(inside.get(i), _ -> new java.util.ArrayList<>()).add(op.result(i));
    }
  }

  private Set<PreOp> of(Value value) {
    return undefined.getOrDefault(value, Set.of());
  }

  private void add(Value value, Set<PreOp> sources, Deque<Value> pending) {
    if (undefined.computeIfAbsent(value, _ -> new LinkedHashSet<>()).addAll(sources)) {
      pending.push(value);
    }
  }

  /** What a use of an undefined operand (-1: a use in the equation's region) makes undefined; operands that must be defined make nothing so, to keep errors at their root. */
  private void flow(Operation op, int operand, Set<PreOp> sources, Deque<Value> pending) {
    switch (op) {
      case PreOp _, CurrentOp _, AssertOp _, CallOp _, ReturnOp _, YieldOp _, SegmentOp _, SegmentYieldOp _, ThenYieldOp _, ResetOp _ -> { }
      case FbyOp _, WhenOp _ when operand == 1 -> { }
      case MergeOp _, ReplayOp _ when operand == 0 -> { }
      case ArrowOp _ when operand == 1 -> add(op.result(0), uncured(sources, op), pending);
      case PostOp post when operand == 0 -> AnticausalNodes.segmentOf(post).ifPresent(segment -> add(op.result(0), uncured(sources, segment), pending));
      default -> op.results().forEach(result -> add(result, sources, pending));
    }
  }

  /**
   * The sources that are undefined at other instants than the first of {@code op}: those of a clock that {@code op}'s does not sample, and
   * those that some reset or border renews without renewing {@code op}.
   */
  private Set<PreOp> uncured(Set<PreOp> sources, Operation op) {
    var clock = op instanceof SegmentOp ? clocks.activationOf(op) : clocks.clockOf(op.result(0));
    var left = new LinkedHashSet<PreOp>();
    for (var source : sources) {
      boolean together = renewers(source).stream().allMatch(renewer -> renewer.isAncestorOf(op));
      if (!together || !clock.isWithin(clocks.clockOf(source.result(0)))) {
        left.add(source);
      }
    }
    return left;
  }

  /** What starts the memory of {@code op} afresh. */
  private static List<Operation> renewers(Operation op) {
    var all = new java.util.ArrayList<Operation>();
    for (var parent = op.parentOp(); parent.isPresent(); parent = parent.get().parentOp()) {
      switch (parent.get()) {
        case ResetOp reset -> all.add(reset);
        case SegmentOp segment when !segment.resume() -> all.add(segment);
        case ThenOp then -> parent = then.parentOp();
        default -> { }
      }
    }
    return all;
  }

  // What must be defined

  private void demand(Operation op) {
    switch (op) {
      case PreOp pre -> require(pre.operand(), op, "the operand of " + describe(op));
      case FbyOp fby -> require(fby.next(), op, "the second operand of " + describe(op));
      case CurrentOp current -> {
        require(current.sampled(), op, "what " + describe(op) + " holds");
        require(current.otherwise(), op, "the default of " + describe(op));
      }
      case ReplayOp replay -> require(replay.operand(), op, "what " + describe(op) + " repeats");
      case WhenOp when -> require(when.condition(), op, "the condition of a 'when'");
      case MergeOp merge -> require(merge.condition(), op, "the condition of a 'merge'");
      case ResetOp reset -> require(reset.condition(), op, "the condition of a reset");
      case AssertOp claim -> require(claim.condition(), op, "an assertion");
      case CallOp call -> call.arguments().forEach(argument -> require(argument, op, "an argument of the C function '" + call.callee().root() + "'"));
      case SegmentOp segment -> segment.carries().forEach(start -> require(start, op, "the initial value of a carried variable"));
      case SegmentYieldOp end -> end.until().ifPresent(until -> require(until, op, "the end condition of a segment"));
      case ThenYieldOp end -> end.next().forEach(next -> require(next, op, "the next value of a carried variable"));
      case ReturnOp _ -> {
        var ports = NodeInterface.ofNode(node.parentOp().orElseThrow(), node);
        for (int i = 0; i < op.operandCount(); i++) {
          require(op.operand(i), op, "output '" + ports.outputs().get(i).name() + "'");
        }
      }
      default -> { }
    }
  }

  private static String describe(Operation op) {
    var kind = "'" + op.definition().mnemonic() + "'";
    return op.location().sourceName().map(name -> "the " + kind + " in '" + name + "'").orElse("a " + kind);
  }

  private void require(Value value, Operation op, String role) {
    for (var source : of(value)) {
      if (reported.add(source)) {
        var name = source.location().sourceName().or(() -> source.operand().location().sourceName().map(n -> "pre " + n)).orElse("pre");
        diagnostics.error(source.location(), "'" + name + "' is undefined at the first instant, because 'pre' has no first value there, and it reaches " + role)
            .code(LanguageCode.UNINITIALISED)
            .note(FlatProgram.place(value.definingOp().map(Operation::location).filter(l -> l.filePosition().isPresent()).orElse(op.location())), "it reaches " + role + " here")
            .note(FlatProgram.place(source.location()), "give it a first value: 'd -> pre x', or 'd fby x'");
      }
    }
  }
}

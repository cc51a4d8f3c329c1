package mlr.interpreter.reactive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import mlr.dialects.reactive.AllOp;
import mlr.dialects.reactive.ArrowOp;
import mlr.dialects.reactive.AssertOp;
import mlr.dialects.reactive.CallOp;
import mlr.dialects.reactive.CurrentOp;
import mlr.dialects.reactive.FbyOp;
import mlr.dialects.reactive.FinalOp;
import mlr.dialects.reactive.InitialOp;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.MergeOp;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.ParamOp;
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
import mlr.dialects.reactive.WordOp;
import mlr.dialects.reactive.YieldOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.interpreter.AssertionFailed;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.ExternalFunctions;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Value;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.UndefinedBehavior;

/**
 * Turns a node into streams: every instance becomes the streams of its node anew, every region the streams of its
 * operations; what merely hands a value on (arguments, yields, results of regions) becomes another name of it.
 */
final class Elaboration {
  /** What the regions around an operation mean for it: its instance, its instants, its resets, the segment of its {@code post}, that of its exits. */
  private record Context(Frame frame, Timeline timeline, LastReset scope, Optional<Segment> segment, Optional<Segment> exits) {
    Context with(LastReset newScope) {
      return new Context(frame, timeline, newScope, segment, exits);
    }
  }

  private final Operation module;
  private final ExternalFunctions externals;
  private final List<Segment> segments = new ArrayList<>();
  private final Map<NodeOp, ClockAnalysis> clocks = new IdentityHashMap<>();
  private final ArrayDeque<Runnable> links = new ArrayDeque<>();
  private final List<NodeOp> open = new ArrayList<>();

  Elaboration(Operation module, ExternalFunctions externals) {
    this.module = module;
    this.externals = externals;
  }

  /** The segments found, outer before inner. */
  List<Segment> segments() {
    return segments;
  }

  /** Elaborates a whole node on a timeline and returns its instance. */
  Frame node(NodeOp node, Timeline timeline, List<InputStream> inputs) {
    var frame = frame(node, new ClockStream.Always(timeline, node.location()));
    for (var argument : node.body().arguments()) {
      var input = new InputStream(timeline, frame.clockOf(argument), argument.location(), ExecutionError.name(argument));
      inputs.add(input);
      frame.bind(argument, () -> input);
    }
    walk(node, new Context(frame, timeline, new LastReset.Never(timeline, node.location()), Optional.empty(), Optional.empty()));
    // Clocks that only outputs have are linked like all others.
    node.outputs().forEach(frame::clockOf);
    while (!links.isEmpty()) {
      links.removeFirst().run();
    }
    return frame;
  }

  private Frame frame(NodeOp node, ClockStream base) {
    return new Frame(node, clocks.computeIfAbsent(node, n -> ClockAnalysis.of(n, module)), base, links::add);
  }

  private void walk(NodeOp node, Context context) {
    if (open.contains(node)) {
      throw new ExecutionError(node.location(), "node '@" + node.symbol() + "' has an instance of itself");
    }
    open.addLast(node);
    walk(node.body(), context);
    open.removeLast();
  }

  private void walk(Block block, Context context) {
    for (var op : block) {
      visit(op, context);
    }
  }

  private void visit(Operation op, Context in) {
    switch (op) {
      case FbyOp fby -> delay(fby, Optional.of(fby.init()), fby.next(), in);
      case PreOp pre -> delay(pre, Optional.empty(), pre.operand(), in);
      case ArrowOp arrow -> {
        var stream = bind(arrow, in, (clock, name) -> new ArrowStream(own(clock, in), in.scope(), arrow.location(), name));
        links.add(() -> stream.link(in.frame().stream(arrow.first()), in.frame().stream(arrow.rest())));
      }
      case WordOp word -> bind(word, in, (clock, name) -> new WordStream(word, own(clock, in), in.scope(), name));
      case CurrentOp hold -> {
        var sampling = own(in.frame().clockOf(hold.sampled()), in);
        var stream = bind(hold, in, (clock, name) -> new CurrentStream(clock, sampling, in.scope(), hold.location(), name));
        links.add(() -> stream.link(in.frame().stream(hold.sampled()), in.frame().stream(hold.otherwise())));
      }
      case WhenOp when -> {
        var stream = bind(when, in, (clock, name) -> new CopyStream(in.timeline(), clock, when.location(), name));
        links.add(() -> stream.link(in.frame().stream(when.operand())));
      }
      case MergeOp merge -> {
        var stream = bind(merge, in, (clock, name) -> new SelectionStream(in.timeline(), clock, merge.cases(), merge.location(), name));
        links.add(() -> stream.link(in.frame().stream(merge.condition()), streams(merge.branches(), in)));
      }
      case PostOp post -> {
        var stream = bind(post, in, (clock, name) -> new PostStream(in.timeline(), own(clock, in), segment(post, in), post.location(), name));
        links.add(() -> stream.link(in.frame().stream(post.next()), in.frame().stream(post.last())));
      }
      case FinalOp end when in.exits().isEmpty() -> {
        var stream = bind(end, in, (clock, name) -> new FinalStream(in.timeline(), clock, segment(end, in), end.location(), name));
        links.add(() -> stream.link(in.frame().stream(end.operand())));
      }
      case FinalOp end -> exit(ExitStream.Kind.FINAL, end, in);
      case InitialOp initial -> exit(ExitStream.Kind.INITIAL, initial, in);
      case AllOp all -> exit(ExitStream.Kind.ALL, all, in);
      case ReplayOp replay -> {
        var stream = bind(replay, in, (clock, name) -> new ReplayStream(in.timeline(), clock, segment(replay, in), replay.location(), name));
        links.add(() -> stream.link(in.frame().stream(replay.operand()), in.frame().stream(replay.otherwise())));
      }
      case InstanceOp instance -> instantiate(instance, in);
      case ResetOp reset -> {
        for (var result : reset.results()) {
          in.frame().alias(result, reset.body().last().orElseThrow().operand(result.index()));
        }
        walk(reset.body(), in.with(resetWhere(reset, reset.condition(), in)));
      }
      case SegmentOp segment -> enter(segment, in);
      case ThenOp _, ReturnOp _, YieldOp _, SegmentYieldOp _, ThenYieldOp _ -> { }
      case ParamOp param -> constant(param, in, () -> param.value().map(RuntimeValues::of).orElseThrow(() -> new ExecutionError(param.location(),
          "parameter '" + param.param() + "' has no value; bind it to a weights file or give it an initialiser")));
      case AssertOp check -> operation(check, in, arguments -> claim(check, arguments[0]));
      case CallOp call -> operation(call, in, arguments -> result(call, callExternal(call, arguments)));
      default -> plain(op, in);
    }
  }

  /** Makes the stream of an operation's only result. */
  private static <T extends Stream> T bind(Operation op, Context in, BiFunction<ClockStream, String, T> constructor) {
    var stream = constructor.apply(in.frame().clockOf(op.result()), ExecutionError.name(op.result()));
    in.frame().bind(op.result(), () -> stream);
    return stream;
  }

  /** A clock as one that counts instants of the operation's own timeline, as memory needs it. */
  private static ClockStream own(ClockStream clock, Context in) {
    return clock.timeline() == in.timeline() ? clock : new ClockStream.FromOutside(in.timeline(), clock);
  }

  private static Segment segment(Operation op, Context in) {
    return in.segment().orElseThrow(() -> new ExecutionError(op.location(), "'" + op.name() + "' op stands outside any segment"));
  }

  private static List<Stream> streams(List<Value> values, Context in) {
    return values.stream().map(in.frame()::stream).toList();
  }

  private void delay(Operation op, Optional<Value> init, Value next, Context in) {
    var stream = bind(op, in, (clock, name) -> new DelayStream(own(clock, in), in.scope(), op.location(), name));
    links.add(() -> stream.link(init.map(in.frame()::stream), in.frame().stream(next)));
  }

  private void exit(ExitStream.Kind kind, Operation op, Context in) {
    var segment = in.exits().orElseThrow(() -> new ExecutionError(op.location(), "'" + op.name() + "' op stands outside the then part of a segment"));
    var stream = bind(op, in, (clock, name) -> new ExitStream(kind, segment, clock, op.result().type(), op.location(), name));
    links.add(() -> stream.link(in.frame().stream(op.operand(0))));
  }

  private LastReset resetWhere(Operation op, Value condition, Context in) {
    var scope = new LastReset.Where(in.scope(), op.location());
    links.add(() -> scope.link(in.frame().stream(condition)));
    return scope;
  }

  private void instantiate(InstanceOp instance, Context in) {
    var symbol = instance.callee().root();
    var callee = SymbolTable.lookupNearest(instance, symbol).filter(NodeOp.class::isInstance).map(NodeOp.class::cast)
        .orElseThrow(() -> new ExecutionError(instance.location(), "there is no node '@" + symbol + "'"));
    var frame = frame(callee, own(in.frame().activationOf(instance), in));
    for (var argument : callee.body().arguments()) {
      frame.bind(argument, () -> in.frame().stream(instance.arguments().get(argument.index())));
    }
    for (var result : instance.results()) {
      in.frame().bind(result, () -> frame.stream(callee.outputs().get(result.index())));
    }
    var scope = instance.every().map(condition -> resetWhere(instance, condition, in)).orElse(in.scope());
    walk(callee, new Context(frame, in.timeline(), scope, in.segment(), Optional.empty()));
  }

  private void enter(SegmentOp op, Context in) {
    var segment = new Segment(op, own(in.frame().activationOf(op), in), in.scope(), in.segment());
    segments.add(segment);
    var frame = in.frame();
    var clock = segment.isOver() ? new ClockStream.Always(segment.body(), op.location()) : segment.clock();
    if (segment.isOver()) {
      frame.bindBase(op, clock);
    }
    arguments(segment, clock, frame);
    op.yield().until().ifPresent(until -> links.add(() -> segment.ended().link(frame.stream(until))));
    for (var result : op.results()) {
      frame.alias(result, op.yield().outs().get(result.index()));
    }
    LastReset scope = segment.isOver() ? new LastReset.Inside(in.scope(), segment)
        : op.resume() ? in.scope() : new LastReset.AtStart(in.scope(), segment);
    walk(op.body(), new Context(frame, segment.body(), scope, Optional.of(segment), Optional.empty()));
    op.then().ifPresent(then -> {
      for (var result : then.results()) {
        frame.alias(result, then.yield().outs().get(result.index()));
      }
      walk(then.body(), new Context(frame, in.timeline(), in.scope(), in.segment(), Optional.of(segment)));
    });
  }

  private void arguments(Segment segment, ClockStream clock, Frame frame) {
    var op = segment.op();
    var last = new StepStream(StepStream.Kind.LAST, segment, clock, op.last().location(), ExecutionError.name(op.last()));
    frame.bind(op.last(), () -> last);
    var position = new StepStream(StepStream.Kind.POSITION, segment, clock, op.position().location(), ExecutionError.name(op.position()));
    frame.bind(op.position(), () -> position);
    for (int i = 0; i < op.elements().size(); i++) {
      var argument = op.elementArguments().get(i);
      var tensor = op.elements().get(i);
      var element = new ElementStream(segment, clock, argument.type(), argument.location(), ExecutionError.name(argument));
      frame.bind(argument, () -> element);
      links.add(() -> element.link(frame.stream(tensor)));
    }
    for (int i = 0; i < op.carries().size(); i++) {
      var argument = op.carryArguments().get(i);
      var initial = op.carries().get(i);
      var next = op.then().orElseThrow().yield().next().get(i);
      var carry = new CarryStream(segment, argument.location(), ExecutionError.name(argument));
      var seen = new CopyStream(segment.body(), clock, argument.location(), ExecutionError.name(argument));
      seen.link(carry);
      frame.bind(argument, () -> seen);
      links.add(() -> carry.link(frame.stream(initial), frame.stream(next)));
    }
  }

  /** An operation that has a kernel; one on constants alone becomes a constant. */
  private void plain(Operation op, Context in) {
    var kernel = op.definition().kernel(op)
        .orElseThrow(() -> new ExecutionError(op.location(), "'" + op.name() + "' op has no meaning in a node that the interpreter knows"));
    if (op.resultCount() == 1 && ClockAnalysis.isTimeInvariant(op.result())) {
      constant(op, in, () -> invariant(op, kernel, in));
    } else {
      operation(op, in, arguments -> result(op, Evaluation.run(op, kernel, arguments)));
    }
  }

  private static Object invariant(Operation op, Kernel kernel, Context in) {
    var arguments = op.operands().stream().map(operand -> ((ConstantStream) in.frame().stream(operand)).value()).toArray();
    try {
      return Evaluation.run(op, kernel, arguments)[0];
    } catch (UndefinedBehavior e) {
      throw ExecutionError.undefined(op, e);
    }
  }

  private static void constant(Operation op, Context in, Supplier<Object> value) {
    var stream = new ConstantStream(in.timeline(), value, op.location(), ExecutionError.name(op.result()));
    in.frame().bind(op.result(), () -> stream);
  }

  private void operation(Operation op, Context in, Function<Object[], Object> meaning) {
    var name = op.resultCount() == 0 ? "'" + op.name() + "'" : ExecutionError.name(op.result(0));
    var stream = new OperationStream(in.timeline(), in.frame().activationOf(op), op, meaning, name);
    links.add(() -> stream.link(streams(op.operands(), in)));
    for (var result : op.results()) {
      var single = op.resultCount() == 1 ? stream : new OperationStream.Result(stream, result.index(), name);
      in.frame().bind(result, () -> single);
    }
  }

  private static Object result(Operation op, Object[] results) {
    return op.resultCount() == 1 ? results[0] : results;
  }

  private Object[] callExternal(CallOp call, Object[] arguments) {
    for (var argument : arguments) {
      if (RuntimeValues.hasPoison(argument)) {
        throw new ExecutionError(call.location(), "an argument of '@" + call.callee().root() + "' is not initialised");
      }
    }
    return externals.require(call.callee().root(), call).call(arguments);
  }

  private static Object claim(AssertOp check, Object condition) {
    if (condition == Poison.POISON) {
      throw new ExecutionError(check.location(), "the asserted condition is not initialised: " + check.message());
    }
    if ((Long) condition == 0) {
      throw new AssertionFailed(check.location(), "assertion failed: " + check.message());
    }
    return condition;
  }
}

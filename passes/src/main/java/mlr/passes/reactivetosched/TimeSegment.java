package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mlr.dialects.arith.BitArithmetic.OrIOp;
import mlr.dialects.arith.CmpIOp;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerConversions.IndexCastOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.reactive.ReplayOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.SegmentYieldOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.WhenOp;
import mlr.dialects.reactive.YieldOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.dialects.sched.GuardOp;
import mlr.dialects.sched.LoadOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/**
 * A segment in time. Causal equations run from instant to instant like any others; what later passes need of them is
 * stored at the instant's position. The passes run in a burst at the last instant, then the then part, then the border.
 */
final class TimeSegment {
  private final InstantFrame frame;
  private final SegmentOp segment;
  private final Location location;
  private final List<Step> running;
  private final List<Step> end;
  private final Key atStart;
  private final List<Action> replays = new ArrayList<>();
  private final List<Action> burst = new ArrayList<>();

  TimeSegment(InstantFrame frame, SegmentOp segment) {
    this.frame = frame;
    this.segment = segment;
    this.location = segment.location();
    this.running = frame.path(segment);
    this.end = new ArrayList<>(running);
    this.end.add(new Step(Frame.key(segment.last()), 1));
    this.atStart = new Key.Added("at start", segment);
  }

  void translate() {
    var machine = frame.machine();
    SweepPlan.of(segment, machine.clocks(), machine.diagnostics()).ifPresent(plan -> {
      var sweeps = new Sweeps(frame, segment, plan, machine.clocks().activationOf(segment));
      position(sweeps);
      carries();
      body(plan, sweeps);
      sweeps.translate();
      segment.then().ifPresent(then -> new Exits(sweeps).translate(then));
      frame.addBorder(segment, end);
      if (!sweeps.isEmpty()) {
        frame.onFinish(() -> run(sweeps));
      }
    });
  }

  private void position(Sweeps sweeps) {
    var cell = frame.cell("position", segment, segment, IntegerType.I32, IntegerAttr.i32(0), running, true);
    var last = Frame.key(segment.last());
    var position = Frame.key(segment.position());
    var next = new Key.Added("next position", segment);
    var until = segment.yield().until().map(condition -> frame.read(condition, segment));
    frame.add(new Action(segment, running, List.of(cell.content()), List.of(sweeps.index(), position, sweeps.count(), atStart), (builder, environment) -> {
      var at = environment.get(cell.content());
      environment.define(sweeps.index(), index(at, builder));
      environment.define(atStart, equal(at, 0, builder));
      var one = builder.create(ConstantOp.integer(IntegerType.I32, 1, location)).result(0);
      var following = builder.create(AddIOp.DEFINITION, location, at, one).result();
      environment.define(position, following);
      environment.define(sweeps.count(), count(following, builder));
    }));
    var reads = new ArrayList<Key>(List.of(position));
    until.ifPresent(reads::add);
    frame.add(new Action(segment, running, reads, List.of(last, next), (builder, environment) -> {
      Value full = equal(environment.get(position), segment.length(), builder);
      Value ends = until.map(condition -> (Value) builder.create(OrIOp.DEFINITION, location, environment.get(condition), full).result()).orElse(full);
      environment.define(last, ends);
      var zero = builder.create(ConstantOp.integer(IntegerType.I32, 0, location)).result(0);
      environment.define(next, builder.create(SelectOp.DEFINITION, location, ends, zero, environment.get(position)).result());
    }));
    cell.update(next);
  }

  /** How many positions the segment has when it ends in this instant. */
  private Value count(Value position, OpBuilder builder) {
    return segment.kind() == SegmentOp.Kind.EVERY ? builder.create(ConstantOp.index(segment.length(), location)).result(0) : index(position, builder);
  }

  private Value index(Value integer, OpBuilder builder) {
    return builder.create(IndexCastOp.DEFINITION, location, List.of(integer), List.of(IndexType.INDEX)).result();
  }

  private Value equal(Value integer, long value, OpBuilder builder) {
    var constant = builder.create(ConstantOp.integer(IntegerType.I32, value, location)).result(0);
    return builder.create(CmpIOp.of(IntegerPredicate.EQ, integer, constant, location)).result(0);
  }

  private void carries() {
    for (int i = 0; i < segment.carries().size(); i++) {
      var carry = new Carry(frame, segment, i);
      var cell = (InstantFrame.SlotCell) carry.cell();
      if (carry.translate()) {
        cell.update(Frame.key(segment.carryArguments().get(i)));
      }
      var yield = segment.then().orElseThrow().yield();
      cell.write(frame.read(yield.next().get(i), yield), end);
    }
  }

  /** Causal equations, those of reset blocks included. */
  private void body(SweepPlan plan, Sweeps sweeps) {
    for (var op : Streams.flatten(segment.body())) {
      switch (op) {
        case ResetOp reset -> frame.resetsBefore(reset.body().last().orElseThrow());
        case ThenOp _, WhenOp _, YieldOp _, SegmentYieldOp _ -> { }
        case ReplayOp replay -> replay(replay, sweeps);
        default -> {
          if (plan.passOf(op) == 0) {
            causal(op);
          }
        }
      }
    }
  }

  private void causal(Operation op) {
    if (op instanceof SegmentOp inner) {
      if (inner.kind() == SegmentOp.Kind.OVER) {
        new SpaceSegment(frame, inner).translate();
      } else {
        new TimeSegment(frame, inner).translate();
      }
    } else if (op.resultCount() == 0 || !ClockAnalysis.isTimeInvariant(op.result(0))) {
      frame.translate(op);
    }
  }

  private void replay(ReplayOp replay, Sweeps sweeps) {
    var source = Streams.source(replay.operand());
    var buffer = sweeps.buffer(source);
    var length = frame.cell("replayed length", replay, segment, IntegerType.I32, IntegerAttr.i32(0), running, false);
    var otherwise = frame.read(replay.otherwise(), replay);
    var position = Frame.key(segment.position());
    var result = Frame.key(replay.result(0));
    var action = frame.add(new Action(replay, running, List.of(length.content(), position, sweeps.index(), otherwise), List.of(result), (builder, environment) -> {
      var past = builder.create(CmpIOp.of(IntegerPredicate.SLE, environment.get(position), environment.get(length.content()), location)).result(0);
      var state = GuardOp.state(replay.location(), past, replay.resultTypes(), true);
      var guard = (GuardOp) builder.create(state);
      var inside = OpBuilder.atEnd(guard.thenBlock());
      var value = inside.create(LoadOp.DEFINITION, replay.location(), buffer, environment.get(sweeps.index())).result(0);
      give(inside, value);
      give(OpBuilder.atEnd(guard.elseBlock().orElseThrow()), environment.get(otherwise));
      environment.define(result, guard.result(0));
    }));
    replays.add(action);
    frame.onFinish(() -> sweeps.stores().forEach(store -> store.after(action)));
    length.write(position, end);
  }

  private void give(OpBuilder builder, Value value) {
    builder.create(OperationState.of(mlr.dialects.sched.YieldOp.DEFINITION, location).operand(value));
  }

  private void run(Sweeps sweeps) {
    var reads = new ArrayList<>(sweeps.reads());
    reads.add(sweeps.count());
    burst.add(frame.add(new Action(segment, end, reads, sweeps.exits(), sweeps::emit)));
    burst.getFirst().after(sweeps.stores()).after(replays);
  }

  private final class Exits extends ThenPart {
    private final Sweeps sweeps;

    Exits(Sweeps sweeps) {
      super(frame, sweeps);
      this.sweeps = sweeps;
    }

    @Override
    Key initial(Operation op, Value source) {
      return sweeps.plan().passOf(source) > 0 ? sweeps.exit("initial", source) : kept(op, source);
    }

    /** A causal value is kept from the first instant on. */
    private Key kept(Operation op, Value source) {
      var atFirst = new ArrayList<>(running);
      atFirst.add(new Step(atStart, 1));
      var cell = frame.cell("initial", op, source.type(), Machine.zero(source.type()), end);
      cell.fill(frame.read(source, segment), atFirst);
      return cell.content();
    }

    @Override
    Key last(Operation op, Value source) {
      return sweeps.plan().passOf(source) > 0 ? sweeps.exit("final", source) : frame.read(source, segment);
    }

    @Override
    Supplier<List<Action>> filled() {
      return () -> {
        var all = new ArrayList<>(sweeps.stores());
        all.addAll(burst);
        return all;
      };
    }
  }
}

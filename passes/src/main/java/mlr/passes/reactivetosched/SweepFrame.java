package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.arith.CmpIOp;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerArithmetic.SubIOp;
import mlr.dialects.arith.IntegerConversions.IndexCastOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.reactive.FinalOp;
import mlr.dialects.reactive.PostOp;
import mlr.dialects.reactive.ReplayOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.dialects.sched.LoadOp;
import mlr.dialects.sched.ReadOp;
import mlr.dialects.sched.SweepOp;
import mlr.dialects.sched.WriteOp;
import mlr.dialects.sched.YieldOp;
import mlr.ir.Attribute;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.IntegerType;

/** One position of a pass over a segment; its memory travels from position to position with the sweep. */
final class SweepFrame extends Frame {
  private final Sweeps sweeps;
  private final int pass;
  private final List<Carried> carried = new ArrayList<>();
  private final Set<Value> loaded = new HashSet<>();

  /** A value that travels with the sweep. */
  private static final class Carried implements Cell {
    private final Key content;
    private final Key raw;
    private final Type type;
    private final Optional<Key> initial;
    private final Attribute otherwise;
    private final List<Step> path;
    private Optional<Value> slot = Optional.empty();
    private Optional<Key> next = Optional.empty();
    private Optional<Key> exit = Optional.empty();

    Carried(Key content, Key raw, Type type, Optional<Key> initial, Attribute otherwise, List<Step> path) {
      this.content = content;
      this.raw = raw;
      this.type = type;
      this.initial = initial;
      this.otherwise = otherwise;
      this.path = path;
    }

    @Override
    public Key content() {
      return content;
    }

    @Override
    public void update(Key key) {
      next = Optional.of(key);
    }
  }

  SweepFrame(Sweeps sweeps, Clock base, int pass) {
    super(sweeps.parent().machine(), base);
    this.sweeps = sweeps;
    this.pass = pass;
  }

  private boolean backward() {
    return pass % 2 == 1;
  }

  private SegmentOp segment() {
    return sweeps.segment();
  }

  @Override
  Cell cell(String role, Operation owner, Type type, Attribute init, List<Step> path) {
    var raw = new Key.Added(role, owner);
    var resets = Streams.resetsAround(owner, Optional.of(segment()));
    var content = resets.isEmpty() ? raw : new Key.Added(role + " after reset", owner);
    var cell = new Carried(content, raw, type, Optional.empty(), init, path);
    if (!resets.isEmpty()) {
      afterReset(owner, resets, cell);
    }
    if (segment().resume() && sweeps.inSpace()) {
      cell.slot = Optional.of(sweeps.parent().resumed(role, owner, type, init, segment()));
    }
    carried.add(cell);
    return cell;
  }

  private void afterReset(Operation owner, List<ResetOp> resets, Carried cell) {
    var reads = new ArrayList<Key>();
    var paths = new ArrayList<List<Step>>();
    for (var reset : resets) {
      var condition = read(reset.condition(), owner);
      reads.add(condition);
      var path = new ArrayList<>(path(machine().clocks().clockOf(reset.condition())));
      path.add(new Step(condition, 1));
      paths.add(path);
      path.forEach(step -> reads.add(step.condition()));
    }
    add(new Action(owner, List.of(), reads, List.of(cell.content), (builder, environment) -> {
      var value = environment.get(cell.raw);
      for (var path : paths) {
        var fresh = builder.create(ConstantOp.of(cell.otherwise, owner.location())).result(0);
        value = Samplings.choose(path, fresh, value, builder, environment, owner.location());
      }
      environment.define(cell.content, value);
    }));
  }

  @Override
  Key condition(Value value) {
    return read(value, segment());
  }

  @Override
  Key read(Value value, Operation op) {
    var source = Streams.source(value);
    if (ClockAnalysis.isTimeInvariant(source)) {
      return sweeps.outer(source);
    }
    var leaving = leaving(source);
    if (leaving.isPresent()) {
      return leaving.get();
    }
    boolean inBody = Streams.isInBody(source, segment());
    if (source == segment().last() || source == segment().position()) {
      position(source);
      return key(source);
    }
    if (segment().carryArguments().contains(source)) {
      return sweeps.outer(key(source));
    }
    int element = segment().elementArguments().indexOf(source);
    if (element >= 0) {
      extract(source, element);
      return key(source);
    }
    if (inBody && sweeps.plan().passOf(source) == pass && (sweeps.inSpace() || pass > 0)) {
      return key(source);
    }
    if (!inBody && sweeps.inSpace()) {
      return sweeps.outer(source);
    }
    load(source);
    return key(source);
  }

  private void load(Value source) {
    if (loaded.add(source)) {
      var buffer = sweeps.buffer(source);
      add(new Action(segment(), path(source), List.of(sweeps.index()), List.of(key(source)), (builder, environment) ->
          environment.define(key(source), builder.create(LoadOp.DEFINITION, source.location(), buffer, environment.get(sweeps.index())).result(0))));
    }
  }

  private void position(Value argument) {
    if (!loaded.add(argument)) {
      return;
    }
    var location = argument.location();
    boolean flag = argument == segment().last();
    sweeps.outer(sweeps.count());
    add(new Action(segment(), List.of(), List.of(sweeps.index()), List.of(key(argument)), (builder, environment) -> {
      var index = environment.get(sweeps.index());
      var one = builder.create(ConstantOp.index(1, location)).result(0);
      if (flag) {
        var end = builder.create(SubIOp.DEFINITION, location, environment.get(sweeps.count()), one).result();
        environment.define(key(argument), builder.create(CmpIOp.of(IntegerPredicate.EQ, index, end, location)).result(0));
      } else {
        var following = builder.create(AddIOp.DEFINITION, location, index, one).result();
        environment.define(key(argument), builder.create(IndexCastOp.DEFINITION, location, List.of(following), List.of(IntegerType.I32)).result());
      }
    }));
  }

  private void extract(Value argument, int element) {
    if (loaded.add(argument)) {
      var tensor = sweeps.outer(segment().elements().get(element));
      add(new Action(segment(), List.of(), List.of(sweeps.index()), List.of(key(argument)), (builder, environment) ->
          environment.define(key(argument), Elements.extract(environment.get(tensor), environment.get(sweeps.index()), argument.type(), builder, argument.location()))));
    }
  }

  @Override
  void translate(Operation op) {
    switch (op) {
      case PostOp post -> translatePost(post);
      case FinalOp last -> translateFinal(last);
      case SegmentOp inner when inner.kind() == SegmentOp.Kind.OVER -> new SpaceSegment(this, inner).translate();
      case SegmentOp inner -> machine().diagnostics().error(inner.location(), "a segment in time inside a segment in space, or fed by anticausal values, is not supported yet");
      case ReplayOp replay -> machine().diagnostics().error(replay.location(), "replay inside a segment in space is not supported yet");
      default -> super.translate(op);
    }
  }

  private void translatePost(PostOp post) {
    var path = path(post);
    var type = post.result().type();
    var result = key(post.result());
    var atBorder = lastValue(post, path);
    if (atBorder.isPresent()) {
      var cell = new Carried(result, new Key.Added("post", post), type, atBorder, Machine.zero(type), path);
      carried.add(cell);
      alias(post, cell.raw);
      cell.update(read(post.next(), post));
      return;
    }
    var end = read(post.last(), post);
    var cell = new Carried(result, new Key.Added("post", post), type, Optional.empty(), Machine.zero(type), path);
    carried.add(cell);
    var atEnd = path.isEmpty() ? read(segment().last(), post) : seen(post, path);
    add(new Action(post, path, List.of(atEnd, end, cell.raw), List.of(result), (builder, environment) -> environment.define(result,
        builder.create(SelectOp.DEFINITION, post.location(), environment.get(atEnd), environment.get(end), environment.get(cell.raw)).result())));
    cell.update(read(post.next(), post));
  }

  /** What a post starts from, going backward, where that is known before the pass begins. */
  private Optional<Key> lastValue(PostOp post, List<Step> path) {
    var source = Streams.source(post.last());
    if (ClockAnalysis.isTimeInvariant(source) || segment().carryArguments().contains(source)) {
      return Optional.of(read(source, post));
    }
    return path.isEmpty() && sweeps.plan().passOf(source) != pass ? Optional.of(sweeps.exit("final", source)) : Optional.empty();
  }

  /** True until the clock of {@code path} was present once, which going backward is its last instant. */
  private Key seen(Operation op, List<Step> path) {
    var cell = new Carried(new Key.Added("not seen", op), new Key.Added("not seen", op), IntegerType.I1, Optional.empty(), IntegerAttr.TRUE, path);
    carried.add(cell);
    var no = new Key.Added("seen now", op);
    add(new Action(op, path, List.of(), List.of(no), (builder, environment) ->
        environment.define(no, builder.create(ConstantOp.of(IntegerAttr.FALSE, op.location())).result(0))));
    cell.update(no);
    return cell.content;
  }

  private void translateFinal(FinalOp last) {
    var source = Streams.source(last.operand());
    if (ClockAnalysis.isTimeInvariant(source) || sweeps.plan().passOf(source) != pass) {
      alias(last, ClockAnalysis.isTimeInvariant(source) ? read(source, last) : sweeps.exit("final", source));
      return;
    }
    var type = last.result().type();
    var result = key(last.result());
    var cell = new Carried(result, new Key.Added("final so far", last), type, Optional.empty(), Machine.zero(type), List.of());
    carried.add(cell);
    var atEnd = read(segment().last(), last);
    var value = read(source, last);
    add(new Action(last, List.of(), List.of(atEnd, value, cell.raw), List.of(result), (builder, environment) -> environment.define(result,
        builder.create(SelectOp.DEFINITION, last.location(), environment.get(atEnd), environment.get(value), environment.get(cell.raw)).result())));
    cell.update(result);
  }

  /** Keeps the value that {@code source} has at the segment's first ({@code initial}) or last ({@code final}) position. */
  void capture(String role, Value source, Key exit) {
    var type = source.type();
    var cell = new Carried(new Key.Added(role + " so far", source), new Key.Added(role + " so far", source), type, Optional.empty(), Machine.zero(type), List.of());
    cell.exit = Optional.of(exit);
    carried.add(cell);
    var value = read(source, segment());
    boolean endsThere = role.equals("initial") == backward();
    if (endsThere) {
      cell.update(value);
      return;
    }
    // The pass starts at that position and goes on from it: keep what was there.
    var keeps = new Key.Added(role + " kept", source);
    var start = new Key.Added("at start", segment());
    var atStart = backward() ? read(segment().last(), segment()) : start;
    add(new Action(segment(), List.of(), List.of(atStart, value, cell.raw), List.of(keeps), (builder, environment) -> environment.define(keeps,
        builder.create(SelectOp.DEFINITION, source.location(), environment.get(atStart), environment.get(value), environment.get(cell.raw)).result())));
    if (!backward()) {
      atFirst(start);
    }
    cell.update(keeps);
  }

  private void atFirst(Key start) {
    if (actions().stream().noneMatch(action -> action.defines().contains(start))) {
      add(new Action(segment(), List.of(), List.of(sweeps.index()), List.of(start), (builder, environment) -> {
        var zero = builder.create(ConstantOp.index(0, segment().location())).result(0);
        environment.define(start, builder.create(CmpIOp.of(IntegerPredicate.EQ, environment.get(sweeps.index()), zero, segment().location())).result(0));
      }));
    }
  }

  @Override
  Value resumed(String role, Operation owner, Type type, Attribute init, SegmentOp scope) {
    machine().diagnostics().error(owner.location(), "memory that outlives an instant inside a segment in space that is itself inside a segment is not supported yet");
    return machine().slot(role, init, type, owner.location());
  }

  /** Writes the sweep; captured values are defined in {@code environment}. */
  void emit(OpBuilder builder, Environment environment) {
    var location = segment().location();
    var initial = new ArrayList<Value>();
    for (var cell : carried) {
      initial.add(cell.slot.map(slot -> (Value) builder.create(ReadOp.DEFINITION, location, slot).result(0))
          .or(() -> cell.initial.map(environment::get)).orElseGet(() -> builder.create(ConstantOp.of(cell.otherwise, location)).result(0)));
    }
    var sweep = (SweepOp) builder.create(SweepOp.state(location, backward(), environment.get(sweeps.count()), segment().length(), initial));
    var inside = environment.nested();
    inside.define(sweeps.index(), sweep.position());
    for (int i = 0; i < carried.size(); i++) {
      inside.define(carried.get(i).raw, sweep.carried().get(i));
    }
    var body = OpBuilder.atEnd(sweep.body());
    var wanted = new LinkedHashSet<Key>();
    for (var cell : carried) {
      cell.next.ifPresent(wanted::add);
      cell.path.forEach(step -> wanted.add(step.condition()));
    }
    if (!emit(body, inside, wanted)) {
      return;
    }
    var next = new ArrayList<Value>();
    for (var cell : carried) {
      var old = inside.get(cell.raw);
      next.add(cell.next.map(key -> Samplings.choose(cell.path, inside.get(key), old, body, inside, location)).orElse(old));
    }
    body.create(OperationState.of(YieldOp.DEFINITION, location).operands(next));
    for (int i = 0; i < carried.size(); i++) {
      var cell = carried.get(i);
      var result = sweep.result(i);
      cell.exit.ifPresent(exit -> environment.define(exit, result));
      cell.slot.ifPresent(slot -> builder.create(WriteOp.DEFINITION, location, List.of(result, slot), List.of()));
    }
  }
}

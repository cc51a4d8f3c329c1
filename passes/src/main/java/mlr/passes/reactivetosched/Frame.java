package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.arith.BitArithmetic.OrIOp;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.reactive.ArrowOp;
import mlr.dialects.reactive.AssertOp;
import mlr.dialects.reactive.CallOp;
import mlr.dialects.reactive.CurrentOp;
import mlr.dialects.reactive.FbyOp;
import mlr.dialects.reactive.MergeOp;
import mlr.dialects.reactive.ParamOp;
import mlr.dialects.reactive.PreOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.WhenOp;
import mlr.dialects.reactive.WordOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.ir.Attribute;
import mlr.ir.IrMapping;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.IntegerType;

/** The actions of one step, of an instant or of a sweep's position: how each operation becomes actions, whatever keeps its memory. */
abstract class Frame {
  private final Machine machine;
  private final Clock base;
  private final List<Action> actions = new ArrayList<>();
  private final Map<Key, Key> firsts = new HashMap<>();
  private final Set<Value> invariants = new HashSet<>();
  private final List<Action> calls = new ArrayList<>();
  private final List<Runnable> finishers = new ArrayList<>();
  private final Map<SegmentOp, Sweeps> spaces = new LinkedHashMap<>();

  Frame(Machine machine, Clock base) {
    this.machine = machine;
    this.base = base;
  }

  final Machine machine() {
    return machine;
  }

  /** The clock whose instants are this frame's steps. */
  final Clock base() {
    return base;
  }

  final List<Action> actions() {
    return actions;
  }

  final Action add(Action action) {
    actions.add(action);
    return action;
  }

  /** A memory for {@code owner} in {@code role}, which starts as {@code init} and steps on {@code path}. */
  abstract Cell cell(String role, Operation owner, Type type, Attribute init, List<Step> path);

  /** What {@code op} reads for its operand {@code value} in this frame; makes sure that it is there. */
  abstract Key read(Value value, Operation op);

  /** A slot for memory of a segment in space that lasts from one run of it to the next. */
  abstract Value resumed(String role, Operation owner, Type type, Attribute init, SegmentOp scope);

  /** What renews memory at {@code op}'s place and must be done before it is read. */
  List<Action> resetsBefore(Operation op) {
    return List.of();
  }

  /** What this frame reads for a condition of a clock. */
  abstract Key condition(Value value);

  /** The samplings between this frame's base clock and {@code clock}, outermost first; none when {@code clock} is not within the base. */
  final List<Step> path(Clock clock) {
    var steps = new ArrayList<Step>();
    if (clock.isWithin(base)) {
      for (var current = clock; !current.equals(base) && current instanceof Clock.On on; current = on.parent()) {
        steps.addFirst(new Step(condition(on.condition()), on.value()));
      }
    }
    return steps;
  }

  final List<Step> path(Value value) {
    return ClockAnalysis.isTimeInvariant(value) ? List.of() : path(machine.clocks().clockOf(value));
  }

  final List<Step> path(Operation op) {
    boolean runs = op instanceof SegmentOp || op.resultCount() == 0;
    return runs ? path(machine.clocks().activationOf(op)) : path(op.result(0));
  }

  static Key key(Value value) {
    return new Key.Stream(value);
  }

  /** Turns an operation other than a segment or a reset block into actions. */
  void translate(Operation op) {
    switch (op) {
      case WhenOp _ -> { }
      case MergeOp merge -> translateMerge(merge);
      case FbyOp fby -> translateDelay(fby, fby.init(), fby.next());
      case PreOp pre -> {
        var cell = cell("pre", pre, pre.result().type(), Machine.zero(pre.result().type()), path(pre));
        alias(pre, cell.content());
        cell.update(read(pre.operand(), pre));
      }
      case ArrowOp arrow -> translateArrow(arrow, arrow.first(), read(arrow.rest(), arrow));
      case CurrentOp current -> translateCurrent(current);
      case WordOp word -> new PeriodicWord(this, word).translate();
      case ParamOp param -> translateParam(param);
      case CallOp call -> {
        var action = copyAs(call, mlr.dialects.sched.CallOp.DEFINITION);
        action.after(calls);
        calls.add(action);
      }
      case AssertOp claim -> copyAs(claim, mlr.dialects.sched.AssertOp.DEFINITION);
      default -> copy(op);
    }
  }

  /** Time-invariant values are computed once, before everything else. */
  final void invariant(Value value) {
    if (invariants.add(value)) {
      translate(value.definingOp().orElseThrow());
    }
  }

  final void alias(Operation op, Key content) {
    var result = key(op.result(0));
    add(new Action(op, path(op), List.of(content), List.of(result), (_, environment) -> environment.define(result, environment.get(content))));
  }

  private void translateMerge(MergeOp merge) {
    var condition = read(merge.condition(), merge);
    var branches = merge.branches().stream().map(branch -> read(branch, merge)).toList();
    var reads = new ArrayList<>(branches);
    reads.add(condition);
    var result = key(merge.result());
    add(new Action(merge, path(merge), reads, List.of(result), (builder, environment) -> {
      var chosen = environment.get(branches.getLast());
      for (int i = branches.size() - 2; i >= 0; i--) {
        var taken = Samplings.equal(environment.get(condition), merge.cases()[i], builder, merge.location());
        chosen = builder.create(SelectOp.DEFINITION, merge.location(), taken, environment.get(branches.get(i)), chosen).result();
      }
      environment.define(result, chosen);
    }));
  }

  private void translateDelay(FbyOp fby, Value init, Value next) {
    var constant = Machine.constant(init);
    var cell = cell("fby", fby, fby.result().type(), constant.orElseGet(() -> Machine.zero(fby.result().type())), path(fby));
    if (constant.isPresent()) {
      alias(fby, cell.content());
    } else {
      translateArrow(fby, init, cell.content());
    }
    cell.update(read(next, fby));
  }

  private void translateArrow(Operation op, Value first, Key rest) {
    var flag = first(op);
    var start = read(first, op);
    var result = key(op.result(0));
    add(new Action(op, path(op), List.of(flag, start, rest), List.of(result), (builder, environment) -> environment.define(result,
        builder.create(SelectOp.DEFINITION, op.location(), environment.get(flag), environment.get(start), environment.get(rest)).result())));
  }

  /** Whether the step is the first of {@code op}'s scope and clock; one flag serves all operations of both. */
  Key first(Operation op) {
    var path = path(op);
    return firsts.computeIfAbsent(new Key.Added("first", List.of(path, op.parentOp().orElseThrow())), _ -> {
      var cell = cell("first", op, IntegerType.I1, IntegerAttr.TRUE, path);
      var no = new Key.Added("not first", cell);
      add(new Action(op, path, List.of(), List.of(no), (builder, environment) ->
          environment.define(no, builder.create(ConstantOp.of(IntegerAttr.FALSE, op.location())).result(0))));
      cell.update(no);
      return cell.content();
    });
  }

  private void translateCurrent(CurrentOp current) {
    var sampled = (Clock.On) machine.clocks().clockOf(current.sampled());
    var step = new Step(read(sampled.condition(), current), sampled.value());
    var held = read(current.sampled(), current);
    var otherwise = read(current.otherwise(), current);
    var type = current.result().type();
    var path = path(current);
    var constant = Machine.constant(current.otherwise());
    var hold = cell("current", current, type, constant.orElseGet(() -> Machine.zero(type)), path);
    var result = key(current.result());
    if (constant.isPresent()) {
      add(new Action(current, path, List.of(step.condition(), held, hold.content()), List.of(result), (builder, environment) ->
          environment.define(result, Samplings.choose(List.of(step), environment.get(held), environment.get(hold.content()), builder, environment, current.location()))));
    } else {
      var seen = cell("seen", current, IntegerType.I1, IntegerAttr.FALSE, path);
      var nowSeen = new Key.Added("now seen", current);
      add(new Action(current, path, List.of(step.condition(), held, hold.content(), seen.content(), otherwise), List.of(result, nowSeen), (builder, environment) -> {
        var before = builder.create(SelectOp.DEFINITION, current.location(), environment.get(seen.content()), environment.get(hold.content()), environment.get(otherwise)).result();
        environment.define(result, Samplings.choose(List.of(step), environment.get(held), before, builder, environment, current.location()));
        var present = Samplings.holds(step, builder, environment, current.location());
        environment.define(nowSeen, builder.create(OrIOp.DEFINITION, current.location(), present, environment.get(seen.content())).result());
      }));
      seen.update(nowSeen);
    }
    hold.update(result);
  }

  private void translateParam(ParamOp param) {
    if (param.value().isEmpty()) {
      machine.diagnostics().error(param.location(), "parameter '" + param.param() + "' has no value; bind it with --params FILE.safetensors");
      return;
    }
    var result = key(param.result());
    add(new Action(param, List.of(), List.of(), List.of(result), (builder, environment) ->
        environment.define(result, builder.create(ConstantOp.of(param.value().orElseThrow(), param.location())).result(0))));
  }

  /** The same operation on lowered operands. */
  final void copy(Operation op) {
    var free = freeValues(op);
    var reads = new LinkedHashMap<Value, Key>();
    free.forEach(value -> reads.put(value, read(value, op)));
    var defines = op.results().stream().map(Frame::key).toList();
    add(new Action(op, path(op), List.copyOf(reads.values()), defines, (builder, environment) -> {
      var mapping = new IrMapping();
      reads.forEach((value, key) -> mapping.map(value, environment.get(key)));
      var copied = builder.insert(op.copy(mapping));
      for (int i = 0; i < defines.size(); i++) {
        environment.define(defines.get(i), copied.result(i));
      }
    }));
  }

  /** The operands of an operation and what its regions use from outside. */
  static List<Value> freeValues(Operation op) {
    var free = new java.util.LinkedHashSet<Value>(op.operands());
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        for (var inner : block) {
          inner.walk(nested -> nested.operands().stream()
              .filter(v -> v.parentBlock().flatMap(b -> b.region()).filter(r -> op.regions().stream().anyMatch(own -> own.encloses(r))).isEmpty()).forEach(free::add));
        }
      }
    }
    return List.copyOf(free);
  }

  /** The twin of an operation in the sched dialect. */
  private Action copyAs(Operation op, OpDefinition<?> definition) {
    var reads = op.operands().stream().map(value -> read(value, op)).toList();
    var defines = op.results().stream().map(Frame::key).toList();
    return add(new Action(op, path(op), reads, defines, (builder, environment) -> {
      var state = OperationState.of(definition, op.location()).operands(reads.stream().map(environment::get).toList()).results(op.resultTypes()).attributes(op.attributes());
      var created = builder.create(state);
      for (int i = 0; i < defines.size(); i++) {
        environment.define(defines.get(i), created.result(i));
      }
    }));
  }

  /** Remembers something to be done when all operations have been translated; the latest is done first. */
  final void onFinish(Runnable work) {
    finishers.addFirst(work);
  }

  /** Makes a segment in space known, so that its then part can read from it. */
  final void register(Sweeps sweeps) {
    spaces.put(sweeps.segment(), sweeps);
  }

  /** What stands for {@code source} outside when it belongs to the body of a segment in space: its value at the last position. */
  final Optional<Key> leaving(Value source) {
    return spaces.entrySet().stream().filter(space -> Streams.isInBody(source, space.getKey()) && !space.getKey().carryArguments().contains(source))
        .findFirst().map(space -> space.getValue().exit("final", source));
  }

  /** Orders the actions and writes them; false when they have no order. */
  final boolean emit(OpBuilder builder, Environment environment, Set<Key> wanted) {
    List.copyOf(finishers).forEach(Runnable::run);
    var ordered = Schedule.order(actions, machine.diagnostics());
    ordered.ifPresent(sequence -> new GuardEmitter(sequence, wanted).emit(builder, environment));
    return ordered.isPresent();
  }
}

package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.reactive.FbyOp;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.PreOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.ReturnOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.SegmentYieldOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.YieldOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.dialects.sched.InputOp;
import mlr.dialects.sched.OutputOp;
import mlr.dialects.sched.ReadOp;
import mlr.dialects.sched.WriteOp;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.StringAttr;
import mlr.ir.types.ShapedType;

/** One instant of a node. Memory is slots; resets and borders of segments give them their initial values back. */
final class InstantFrame extends Frame {
  private final NodeOp node;
  private final Map<ResetOp, Action> resets = new LinkedHashMap<>();
  private final Map<Operation, List<Memory>> renewed = new HashMap<>();

  /** A slot with what it starts as, and the actions that use it. */
  private record Memory(Value slot, Attribute init, List<Action> uses) {}

  InstantFrame(Machine machine, NodeOp node) {
    super(machine, new Clock.Base(node));
    this.node = node;
  }

  /** Turns the node into the machine's actions; false when that failed. */
  boolean lower(NodeInterface ports) {
    var named = new HashMap<String, Value>();
    for (int i = 0; i < ports.inputs().size(); i++) {
      named.put(ports.inputs().get(i).name(), node.body().argument(i));
    }
    for (int i = 0; i < ports.outputs().size(); i++) {
      named.putIfAbsent(ports.outputs().get(i).name(), node.outputs().get(i));
    }
    for (int i = 0; i < ports.inputs().size(); i++) {
      input(ports.inputs().get(i), node.body().argument(i), named);
    }
    translate(node.body());
    for (int i = 0; i < ports.outputs().size(); i++) {
      output(ports.outputs().get(i), node.outputs().get(i), named);
    }
    return !machine().diagnostics().hasErrors() && emit(OpBuilder.atEnd(machine().op().body()), Environment.root(), java.util.Set.of());
  }

  private void input(NodeInterface.Port port, Value argument, Map<String, Value> named) {
    add(new Action(node, path(port, named), List.of(), List.of(key(argument)), (builder, environment) -> environment.define(key(argument),
        builder.create(InputOp.DEFINITION, argument.location(), List.of(), List.of(argument.type()), Map.of("port", new StringAttr(port.name()))).result(0))));
  }

  private void output(NodeInterface.Port port, Value value, Map<String, Value> named) {
    var content = read(value, node);
    add(new Action(node, path(port, named), List.of(content), List.of(), (builder, environment) -> builder.create(OutputOp.DEFINITION, value.location(),
        List.of(environment.get(content)), List.of(), Map.of("port", new StringAttr(port.name())))));
  }

  private List<Step> path(NodeInterface.Port port, Map<String, Value> named) {
    return port.clock().steps().stream().map(step -> new Step(read(named.get(step.condition()), node), step.value())).toList();
  }

  /** Translates the operations of a block of the node, of a reset block, or of a segment in time. */
  void translate(Block block) {
    for (var op : block) {
      switch (op) {
        case ResetOp reset -> translateReset(reset);
        case SegmentOp segment when segment.kind() == SegmentOp.Kind.OVER -> new SpaceSegment(this, segment).translate();
        case SegmentOp segment -> new TimeSegment(this, segment).translate();
        case ThenOp _, ReturnOp _, YieldOp _, SegmentYieldOp _ -> { }
        default -> {
          if (op.resultCount() == 0 || !ClockAnalysis.isTimeInvariant(op.result(0))) {
            translate(op);
          }
        }
      }
    }
  }

  private void translateReset(ResetOp reset) {
    addReset(reset);
    translate(reset.body());
  }

  /** The action that renews the memory of a reset block; also for blocks of which only later passes compute something. */
  private Action addReset(ResetOp reset) {
    var known = resets.get(reset);
    if (known != null) {
      return known;
    }
    var condition = read(reset.condition(), reset);
    var path = new ArrayList<>(path(machine().clocks().clockOf(reset.condition())));
    path.add(new Step(condition, 1));
    var action = add(new Action(reset, path, List.of(condition), List.of(), (builder, _) -> renew(reset, builder)));
    resets.put(reset, action);
    return action.after(resetsBefore(reset));
  }

  @Override
  List<Action> resetsBefore(Operation op) {
    return Streams.resetsAround(op, Optional.empty()).stream().map(this::addReset).toList();
  }

  private void renew(Operation owner, OpBuilder builder) {
    for (var memory : renewed.getOrDefault(owner, List.of())) {
      var init = builder.create(ConstantOp.of(memory.init(), owner.location())).result(0);
      builder.create(WriteOp.DEFINITION, owner.location(), List.of(init, memory.slot()), List.of());
    }
  }

  @Override
  SlotCell cell(String role, Operation owner, Type type, Attribute init, List<Step> path) {
    return cell(role, owner, owner, type, init, path, false);
  }

  /**
   * A slot that lives where {@code scope} stands; a {@code position} starts again at every border around it, other memory
   * only where the segment does not resume.
   */
  SlotCell cell(String role, Operation owner, Operation scope, Type type, Attribute init, List<Step> path, boolean position) {
    var slot = machine().slot(name(role, owner), init, type, owner.location());
    var memory = remember(slot, init, scope, position);
    var content = new Key.Added(role, owner);
    var read = add(new Action(owner, path, List.of(), List.of(content), (builder, environment) ->
        environment.define(content, builder.create(ReadOp.DEFINITION, owner.location(), slot).result(0))));
    read.after(resetsBefore(scope));
    memory.uses().add(read);
    return new SlotCell(owner, slot, content, path, read, memory.uses());
  }

  private Memory remember(Value slot, Attribute init, Operation owner, boolean position) {
    var memory = new Memory(slot, init, new ArrayList<>());
    for (var parent = owner.parentOp(); parent.isPresent(); parent = parent.get().parentOp()) {
      switch (parent.get()) {
        case ResetOp reset -> renewed.computeIfAbsent(reset, _ -> new ArrayList<>()).add(memory);
        case SegmentOp segment when position || !segment.resume() -> renewed.computeIfAbsent(segment, _ -> new ArrayList<>()).add(memory);
        case ThenOp then -> parent = then.parentOp();
        default -> { }
      }
    }
    return memory;
  }

  private static String name(String role, Operation owner) {
    var variable = owner.location().sourceName().or(() -> remembered(owner)).orElse(owner instanceof SegmentOp ? "segment" : "");
    boolean named = List.of("fby", "pre", "current", "initial").contains(role) && !variable.isEmpty();
    return named ? variable : variable.isEmpty() ? role : variable + " (" + role + ")";
  }

  /** The variable whose past an unnamed delay keeps. */
  private static Optional<String> remembered(Operation owner) {
    return switch (owner) {
      case FbyOp fby -> Streams.source(fby.next()).location().sourceName();
      case PreOp pre -> Streams.source(pre.operand()).location().sourceName();
      default -> Optional.empty();
    };
  }

  @Override
  Value resumed(String role, Operation owner, Type type, Attribute init, SegmentOp scope) {
    var slot = machine().slot(name(role, owner), init, type, owner.location());
    remember(slot, init, scope, false);
    return slot;
  }

  /** At a border: memory of the segment's body starts afresh, after everything that used it in this instant. */
  void addBorder(SegmentOp segment, List<Step> end) {
    onFinish(() -> {
      var all = renewed.getOrDefault(segment, List.of());
      if (!all.isEmpty()) {
        var border = add(new Action(segment, end, List.of(), List.of(), (builder, _) -> renew(segment, builder))).late();
        all.forEach(memory -> border.after(memory.uses()));
      }
    });
  }

  @Override
  Key condition(Value value) {
    return key(Streams.source(value));
  }

  @Override
  Key read(Value value, Operation op) {
    var source = Streams.source(value);
    if (ClockAnalysis.isTimeInvariant(source)) {
      invariant(source);
      return key(source);
    }
    return leaving(source).orElseGet(() -> key(source));
  }

  /** A memory kept in a slot. */
  final class SlotCell implements Cell {
    private final Operation owner;
    private final Value slot;
    private final Key content;
    private final List<Step> path;
    private final Action read;
    private final List<Action> uses;

    private SlotCell(Operation owner, Value slot, Key content, List<Step> path, Action read, List<Action> uses) {
      this.owner = owner;
      this.slot = slot;
      this.content = content;
      this.path = path;
      this.read = read;
      this.uses = uses;
    }

    @Override
    public Key content() {
      return content;
    }

    @Override
    public void update(Key next) {
      write(next, path);
    }

    /** Writes {@code next} on another clock than the cell's own; writes come in the order in which they were asked for. */
    Action write(Key next, List<Step> on) {
      var write = add(new Action(owner, on, List.of(next), List.of(), (builder, environment) ->
          builder.create(WriteOp.DEFINITION, owner.location(), List.of(environment.get(next), slot), List.of())));
      write.after(read).after(List.copyOf(uses));
      uses.add(write);
      return slot.type() instanceof mlr.dialects.sched.SlotType type && type.element() instanceof ShapedType ? write.late() : write;
    }

    /** Writes {@code next} before the content is read, on a clock of its own. */
    void fill(Key next, List<Step> on) {
      var write = add(new Action(owner, on, List.of(next), List.of(), (builder, environment) ->
          builder.create(WriteOp.DEFINITION, owner.location(), List.of(environment.get(next), slot), List.of())));
      write.after(resetsBefore(owner));
      uses.add(write);
      read.after(write);
    }
  }
}

package mlr.interpreter.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.sched.AssertOp;
import mlr.dialects.sched.BufferOp;
import mlr.dialects.sched.BufferRefOp;
import mlr.dialects.sched.BufferType;
import mlr.dialects.sched.CollectOp;
import mlr.dialects.sched.ConstantOp;
import mlr.dialects.sched.GuardOp;
import mlr.dialects.sched.InputOp;
import mlr.dialects.sched.InputRefOp;
import mlr.dialects.sched.LoadOp;
import mlr.dialects.sched.OutputOp;
import mlr.dialects.sched.OutputRefOp;
import mlr.dialects.sched.ReadOp;
import mlr.dialects.sched.ScratchOp;
import mlr.dialects.sched.SlotOp;
import mlr.dialects.sched.SlotRefOp;
import mlr.dialects.sched.StoreOp;
import mlr.dialects.sched.SweepOp;
import mlr.dialects.sched.WriteOp;
import mlr.interpreter.AssertionFailed;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.function.OperationTranslator;
import mlr.interpreter.function.StructMemory;
import mlr.interpreter.function.Translation;
import mlr.interpreter.nodes.ActionNode;
import mlr.interpreter.nodes.CellNodes;
import mlr.interpreter.nodes.ConstantNode;
import mlr.interpreter.nodes.GeneralNode;
import mlr.interpreter.nodes.IfNode;
import mlr.interpreter.nodes.PortNodes;
import mlr.interpreter.nodes.SequenceNode;
import mlr.interpreter.nodes.SweepNode;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.IndexType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** The operations of a machine on its memory and ports. */
final class SchedTranslator implements OperationTranslator {
  private final MachineMemory memory;
  private final NodeInterface ports;

  SchedTranslator(MachineMemory memory, NodeInterface ports) {
    this.memory = memory;
    this.ports = ports;
  }

  @Override
  public Optional<ActionNode> translate(Operation op, Translation in) {
    return Optional.ofNullable(switch (op) {
      case SlotOp _, BufferOp _ -> new SequenceNode(List.of());
      case ReadOp read when isTensor(read.result()) -> {
        var place = memory.tensor(read.slot());
        yield general(op, List.of(), in, _ -> new Object[] {StructMemory.read(place, read.result().type())});
      }
      case ReadOp read -> new CellNodes.Load(op, memory.cells(read.slot()), -1, in.slot(read.result()));
      case WriteOp write when isTensor(write.value()) -> {
        var place = memory.tensor(write.slot());
        yield general(op, List.of(write.value()), in, a -> assign(place, a[0]));
      }
      case WriteOp write -> new CellNodes.Store(op, memory.cells(write.slot()), in.slot(write.value()), -1);
      case LoadOp load when isTensor(load.result()) -> {
        var elements = elements(load.buffer());
        yield general(op, List.of(load.index()), in, a -> new Object[] {StructMemory.read(elements.apply(a[0]), load.result().type())});
      }
      case LoadOp load -> new CellNodes.Load(op, memory.cells(load.buffer()), in.slot(load.index()), in.slot(load.result()));
      case StoreOp store when isTensor(store.value()) -> {
        var elements = elements(store.buffer());
        yield general(op, List.of(store.value(), store.index()), in, a -> assign(elements.apply(a[1]), a[0]));
      }
      case StoreOp store -> new CellNodes.Store(op, memory.cells(store.buffer()), in.slot(store.value()), in.slot(store.index()));
      case CollectOp collect -> general(op, List.of(collect.count()), in, a -> new Object[] {together(collect, a[0])});
      case SlotRefOp ref -> new ConstantNode(memory.tensor(ref.slot()), in.slot(ref.result()));
      case BufferRefOp ref -> {
        var elements = elements(ref.buffer());
        yield general(op, List.of(ref.index()), in, a -> new Object[] {elements.apply(a[0])});
      }
      case ScratchOp scratch -> new ConstantNode(new MemRefValue(memory.scratch(), scratch.offset(), (MemRefType) scratch.result().type()), in.slot(scratch.result()));
      case ConstantOp constant ->
          new ConstantNode(new MemRefValue(Memory.constant(constant.value()), 0, (MemRefType) constant.result().type()), in.slot(constant.result()));
      case InputOp input -> new PortNodes.Input(op, input.port(), index(ports.inputs(), input.port(), op), in.slot(input.result()));
      case OutputOp output -> new PortNodes.Output(index(ports.outputs(), output.port(), op), in.slot(output.value()));
      case InputRefOp input -> new ConstantNode(port(input.port(), op), in.slot(input.result()));
      case OutputRefOp output -> new ConstantNode(port(output.port(), op), in.slot(output.result()));
      case AssertOp check -> general(op, List.of(check.condition()), in, a -> claim(check, a[0]));
      case GuardOp guard -> guard(guard, in);
      case SweepOp sweep -> new SweepNode(sweep, in.slot(sweep.count()), in.slot(sweep.position()), in.newSlot(IndexType.INDEX),
          in.moves(sweep.initial(), sweep.carried()), in.sequence(sweep.body(), in.moves(sweep.body().last().orElseThrow().operands(), sweep.carried())),
          in.moves(sweep.carried(), sweep.results()));
      default -> null;
    });
  }

  private static ActionNode guard(GuardOp guard, Translation in) {
    var whenTrue = in.sequence(guard.thenBlock(), in.moves(guard.thenBlock().last().orElseThrow().operands(), guard.results()));
    var whenFalse = guard.elseBlock().map(block -> in.sequence(block, in.moves(block.last().orElseThrow().operands(), guard.results()))).orElseGet(() -> {
      var zeros = new ArrayList<ActionNode>();
      guard.results().forEach(result -> zeros.add(new ConstantNode(RuntimeValues.zero(result.type()), in.slot(result))));
      return new SequenceNode(zeros);
    });
    return new IfNode(guard, in.slot(guard.condition()), whenTrue, whenFalse);
  }

  private static ActionNode general(Operation op, List<Value> operands, Translation in, UnaryOperator<Object[]> meaning) {
    return new GeneralNode(op, meaning, in.slots(operands), in.slots(op.results()));
  }

  private static boolean isTensor(Value value) {
    return value.type() instanceof RankedTensorType;
  }

  private static Object[] assign(MemRefValue to, Object value) {
    StructMemory.write(to, value);
    return new Object[0];
  }

  /** The tensors of a buffer by index. */
  private Function<Object, MemRefValue> elements(Value buffer) {
    var type = (BufferType) buffer.type();
    var first = memory.tensor(buffer);
    long step = StructMemory.bytes(type.element());
    return index -> {
      if (!(index instanceof Long position) || position < 0 || position >= type.capacity()) {
        throw new UndefinedBehavior("index " + index + " is outside a buffer of " + type.capacity());
      }
      return first.moved(position * step);
    };
  }

  private Object together(CollectOp collect, Object count) {
    var cells = memory.cells(collect.buffer());
    if (!(count instanceof Long values) || values < 0 || values > cells.count()) {
      throw new UndefinedBehavior("collects " + count + " values of a buffer of " + cells.count());
    }
    var type = (RankedTensorType) collect.result().type();
    var elements = new Object[Math.toIntExact(type.elementCount())];
    int filled = Math.toIntExact(values * (elements.length / cells.count()));
    for (int i = 0; i < elements.length; i++) {
      elements[i] = i < filled ? cells.memory().load(type.element(), i * Memory.byteSize(type.element())) : RuntimeValues.scalar(type.element(), 0);
    }
    return List.of(elements).contains(Poison.POISON) ? Poison.POISON : RuntimeValues.tensor((ShapedType) type, elements);
  }

  private static Object[] claim(AssertOp check, Object condition) {
    if (!(condition instanceof Long truth) || truth == 0) {
      throw new AssertionFailed(check.location(), "assertion failed: " + check.message());
    }
    return new Object[0];
  }

  private MemRefValue port(String name, Operation op) {
    return Optional.ofNullable(memory.port(name)).orElseThrow(() -> new ExecutionError(op.location(), "the interface has no tensor port '" + name + "'"));
  }

  private static int index(List<NodeInterface.Port> ports, String name, Operation op) {
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new ExecutionError(op.location(), "the interface has no port '" + name + "'");
  }
}

package mlr.interpreter.machine;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.sched.BufferOp;
import mlr.dialects.sched.BufferType;
import mlr.dialects.sched.MachineOp;
import mlr.dialects.sched.SlotOp;
import mlr.dialects.sched.SlotType;
import mlr.interpreter.function.StructMemory;
import mlr.interpreter.nodes.CellNodes.Cells;
import mlr.ir.Value;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.RankedTensorType;

/** The memory of one running machine: slots, buffers, scratch, and the tensors of ports that are accessed by reference. */
final class MachineMemory {
  private final Map<Value, Memory> cells = new IdentityHashMap<>();
  private final Map<String, MemRefValue> ports = new LinkedHashMap<>();
  private final Map<SlotOp, Memory> slots = new LinkedHashMap<>();
  private final Map<BufferOp, Memory> buffers = new LinkedHashMap<>();
  private final Memory scratch;

  MachineMemory(MachineOp machine, NodeInterface ports) {
    scratch = Memory.uninitialized(machine.scratchBytes());
    for (var slot : machine.collect(SlotOp.class)) {
      var memory = Memory.zeroed(StructMemory.bytes(slot.type().element()));
      slots.put(slot, memory);
      cells.put(slot.result(), memory);
    }
    for (var buffer : machine.collect(BufferOp.class)) {
      var memory = Memory.zeroed(buffer.type().capacity() * StructMemory.bytes(buffer.type().element()));
      buffers.put(buffer, memory);
      cells.put(buffer.result(), memory);
    }
    Stream.concat(ports.inputs().stream(), ports.outputs().stream())
        .filter(port -> port.type() instanceof RankedTensorType)
        .forEach(port -> this.ports.put(port.name(), StructMemory.window(Memory.uninitialized(StructMemory.bytes(port.type())), 0, port.type())));
  }

  /** Gives every slot its initial value and every buffer zeros. */
  void reset() {
    slots.forEach((slot, memory) -> {
      var type = slot.type().element();
      StructMemory.write(memory, 0, type, RuntimeValues.of(slot.init()));
    });
    buffers.values().forEach(memory -> memory.fill(0, memory.size(), (byte) 0));
  }

  /** The scalars that a slot or buffer holds. */
  Cells cells(Value slotOrBuffer) {
    return switch (slotOrBuffer.type()) {
      case SlotType slot -> new Cells(cells.get(slotOrBuffer), slot.element(), 1);
      case BufferType buffer -> new Cells(cells.get(slotOrBuffer), buffer.element(), buffer.capacity());
      default -> throw new IllegalArgumentException("neither slot nor buffer: " + slotOrBuffer.type());
    };
  }

  /** The tensor of a slot, or the first of a buffer. */
  MemRefValue tensor(Value slotOrBuffer) {
    var layout = cells(slotOrBuffer);
    return StructMemory.window(layout.memory(), 0, layout.type());
  }

  /** The tensor of a port. */
  MemRefValue port(String name) {
    return ports.get(name);
  }

  Memory scratch() {
    return scratch;
  }
}

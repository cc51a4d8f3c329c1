package mlr.passes.schedtoloop;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.sched.BufferOp;
import mlr.dialects.sched.MachineOp;
import mlr.dialects.sched.SlotOp;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.passes.sched.StructLayout;

/**
 * Where everything of one machine lies. The state struct holds slots, then buffers, then the scratch arena; gaps count as part of
 * what stands before them, so that the three sizes add up to the whole.
 *
 * @param offsets bytes from the start of the state to each slot and buffer
 * @param bufferOffset where the buffers start
 * @param scratchOffset where the scratch arena starts
 * @param stateBytes size of the state struct
 * @param inputs the input ports with their offsets in the input struct
 * @param outputs the output ports with their offsets in the output struct
 */
record MachineLayout(Map<Operation, Long> offsets, long bufferOffset, long scratchOffset, long stateBytes, List<NodeInterface.Port> inputs, long inBytes,
  List<NodeInterface.Port> outputs, long outBytes) {
 /** The alignment of the scratch arena; state structs are aligned to as much. */
 private static final long ARENA_ALIGNMENT = 8;

 static MachineLayout of(MachineOp machine, NodeInterface ports) {
  var state = new StructLayout();
  Map<Operation, Long> offsets = new IdentityHashMap<>();
  machine.collect(SlotOp.class).forEach(slot -> offsets.put(slot, state.add(slot.type().element())));
  var buffers = machine.collect(BufferOp.class);
  buffers.forEach(buffer -> offsets.put(buffer, state.add(bytes(buffer), StructLayout.alignment(buffer.type().element()))));
  long scratchOffset = machine.scratchBytes() == 0 ? state.size() : state.add(machine.scratchBytes(), ARENA_ALIGNMENT);
  long bufferOffset = buffers.isEmpty() ? scratchOffset : offsets.get(buffers.getFirst());
  var in = new StructLayout();
  var inputs = place(ports.inputs(), in);
  var out = new StructLayout();
  var outputs = place(ports.outputs(), out);
  return new MachineLayout(offsets, bufferOffset, scratchOffset, state.size(), inputs, in.size(), outputs, out.size());
 }

 private static List<NodeInterface.Port> place(List<NodeInterface.Port> ports, StructLayout struct) {
  var placed = new ArrayList<NodeInterface.Port>();
  for (var port : ports) {
   placed.add(new NodeInterface.Port(port.name(), port.sourceType(), port.type(), port.clock(), struct.add(port.type())));
  }
  return placed;
 }

 /** Bytes of a whole buffer. */
 static long bytes(BufferOp buffer) {
  return buffer.type().capacity() * StructLayout.bytes(buffer.type().element());
 }

 /** The input port of a name; its absence is an error of the module's interface record. */
 NodeInterface.Port input(String name) {
  return port(inputs, name);
 }

 /** The output port of a name; its absence is an error of the module's interface record. */
 NodeInterface.Port output(String name) {
  return port(outputs, name);
 }

 private static NodeInterface.Port port(List<NodeInterface.Port> ports, String name) {
  return ports.stream().filter(port -> port.name().equals(name)).findFirst()
    .orElseThrow(() -> new IllegalArgumentException("the interface record has no port '" + name + "'"));
 }

 /** The sizes that the interface record holds from here on. */
 Map<String, Long> sizes(long constantsBytes) {
  var sizes = new LinkedHashMap<String, Long>();
  sizes.put("state_bytes", stateBytes);
  sizes.put("slot_bytes", bufferOffset);
  sizes.put("buffer_bytes", scratchOffset - bufferOffset);
  sizes.put("scratch_bytes", stateBytes - scratchOffset);
  sizes.put("in_bytes", inBytes);
  sizes.put("out_bytes", outBytes);
  sizes.put("constants_bytes", constantsBytes);
  return sizes;
 }

 /** Whose each byte of the state is: a list of slots and one of buffers with owner, offset and size, and the scratch arena. */
 DictionaryAttr record(MachineOp machine) {
  return new DictionaryAttr(Map.of(
    "slots", new ArrayAttr(machine.collect(SlotOp.class).stream().<Attribute>map(slot ->
      field(slot, slot.owner(), slot.type().element(), StructLayout.bytes(slot.type().element()), Map.of())).toList()),
    "buffers", new ArrayAttr(machine.collect(BufferOp.class).stream().<Attribute>map(buffer ->
      field(buffer, buffer.owner(), buffer.type().element(), bytes(buffer),
        Map.of("kind", new StringAttr(buffer.kind()), "capacity", IntegerAttr.i64(buffer.type().capacity())))).toList()),
    "scratch", new DictionaryAttr(Map.of("offset", IntegerAttr.i64(scratchOffset), "bytes", IntegerAttr.i64(stateBytes - scratchOffset)))));
 }

 private DictionaryAttr field(Operation memory, String owner, Type element, long bytes, Map<String, Attribute> more) {
  var entries = new LinkedHashMap<String, Attribute>(more);
  entries.put("owner", new StringAttr(owner));
  entries.put("type", new TypeAttr(element));
  entries.put("offset", IntegerAttr.i64(offsets.get(memory)));
  entries.put("bytes", IntegerAttr.i64(bytes));
  return new DictionaryAttr(entries);
 }
}

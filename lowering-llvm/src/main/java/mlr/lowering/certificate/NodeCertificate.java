package mlr.lowering.certificate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.Operation;
import mlr.lowering.llvm.ObjectCode;

/**
 * What is promised of one exported node.
 *
 * @param name       the node
 * @param bytes      sizes by their keys in the interface record ({@link NodeInterface#SIZES})
 * @param slots      the cells of its state
 * @param buffers    the segment buffers of its state
 * @param resetStack the most stack of a call of its reset function, in bytes
 * @param stepStack  the most stack of a call of its step function, in bytes
 * @param outputs    the latency of each output
 * @param calls      functions outside the object that a step can reach
 */
public record NodeCertificate(String name, Map<String, Long> bytes, List<MemoryField> slots, List<MemoryField> buffers, long resetStack, long stepStack,
  List<OutputLatency> outputs, List<String> calls) {
 public NodeCertificate {
  bytes = Collections.unmodifiableMap(new TreeMap<>(bytes));
  slots = List.copyOf(slots);
  buffers = List.copyOf(buffers);
  outputs = List.copyOf(outputs);
  calls = List.copyOf(calls);
 }

 /** Of a node whose module was compiled to an object. */
 static NodeCertificate of(NodeInterface node, Operation module, ObjectCode object) {
  var step = node.name() + "_step";
  return new NodeCertificate(node.name(), node.bytes(), MemoryField.slots(module, node.name()), MemoryField.buffers(module, node.name()),
    object.worstStack(node.name() + "_reset"), object.worstStack(step), OutputLatency.of(module, node), object.calledOutside(step));
 }

 /** A size in bytes; 0 for one that the record does not have. */
 public long size(String key) {
  return bytes.getOrDefault(key, 0L);
 }
}

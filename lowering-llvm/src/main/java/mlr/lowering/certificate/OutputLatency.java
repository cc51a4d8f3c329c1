package mlr.lowering.certificate;

import java.util.List;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.Operation;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.passes.latency.RecordLatency;

/**
 * How late an output comes.
 *
 * @param output   the output's name
 * @param clock    when it is present
 * @param instants from the first instant whose inputs it depends on through a segment to the one that brings it; 0 for a value of the same instant
 */
public record OutputLatency(String output, String clock, long instants) {
  /** The latencies of a node's outputs, in the order of its interface; those that the module says nothing of have none. */
  public static List<OutputLatency> of(Operation module, NodeInterface node) {
    var known = module.attribute(RecordLatency.ATTRIBUTE).map(DictionaryAttr.class::cast).flatMap(all -> all.get(node.name())).map(DictionaryAttr.class::cast).orElse(DictionaryAttr.EMPTY);
    return node.outputs().stream().map(port -> new OutputLatency(port.name(), port.clock().toString(),
        known.get(port.name()).map(value -> ((IntegerAttr) value).value()).orElse(0L))).toList();
  }
}

package mlr.passes.latency;

import java.util.LinkedHashMap;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Writes down how late each output of each exported node comes, in instants, for the certificate: below this level segments are
 * gone.
 *
 * <pre>{@code
 * module {                                          module attributes {mlr.latency = {f = {y = 48}}} {
 *   reactive.node @f(%x: f32) -> (f32) {      ->      reactive.node @f(%x: f32) -> (f32) {
 *     %y = reactive.segment every 49 …                  %y = reactive.segment every 49 …
 * }</pre>
 */
public record RecordLatency() implements Pass {
  /** The module attribute, a dictionary from node to a dictionary from output to instants. */
  public static final String ATTRIBUTE = "mlr.latency";

  public static final PassDefinition DEFINITION = PassDefinition.named("record-latency")
      .summary("write down how late outputs come")
      .creates(new RecordLatency());

  @Override
  public void run(Operation module, PassContext context) {
    var latencies = new OutputLatencies(module);
    var nodes = new LinkedHashMap<String, Attribute>();
    for (var node : module.collect(NodeOp.class)) {
      if (!node.isPrivate()) {
        var outputs = NodeInterface.ofNode(module, node).outputs();
        var instants = latencies.of(node);
        var entries = new LinkedHashMap<String, Attribute>();
        for (int i = 0; i < outputs.size(); i++) {
          entries.put(outputs.get(i).name(), IntegerAttr.i64(instants.get(i)));
        }
        nodes.put(node.symbol(), new DictionaryAttr(entries));
      }
    }
    if (!nodes.isEmpty()) {
      module.setAttribute(ATTRIBUTE, new DictionaryAttr(nodes));
    }
  }
}

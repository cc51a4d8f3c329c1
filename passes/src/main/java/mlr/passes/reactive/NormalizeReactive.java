package mlr.passes.reactive;

import java.util.LinkedHashMap;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.ir.Operation;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Makes every exported node one body without instances, delays all initialised where that is known, and nothing dead;
 * private nodes disappear. An instance with {@code every} becomes a reset block.
 *
 * <pre>{@code
 * reactive.node private @sum(%x: i32) -> (i32) {
 *   %p = reactive.pre %s : i32
 *   %z = arith.constant 0 : i32                      reactive.node @f(%v: i32, %c: i1) -> (i32) {
 *   %m = reactive.arrow %z, %p : i32                   %0 = reactive.reset %c -> (i32) {
 *   %s = arith.addi %m, %x : i32                         %z = arith.constant 0 : i32
 *   reactive.return %s : i32                             %m = reactive.fby %z, %s : i32
 * }                                               ->     %s = arith.addi %m, %v : i32
 * reactive.node @f(%v: i32, %c: i1) -> (i32) {           reactive.yield %s : i32
 *   %y = reactive.instance @sum(%v) every %c           }
 *       : (i32) -> i32                                 reactive.return %0 : i32
 *   reactive.return %y : i32                         }
 * }
 * }</pre>
 */
public record NormalizeReactive() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("normalize-reactive")
      .summary("Inline instances, initialise delays, drop dead equations and private nodes").creates(new NormalizeReactive());

  @Override
  public void run(Operation module, PassContext context) {
    var nodes = module.region(0).entry().operations().stream().filter(NodeOp.class::isInstance).map(NodeOp.class::cast).toList();
    var exported = nodes.stream().filter(node -> !node.isPrivate()).toList();
    if (!Flattening.run(module, exported, context.diagnostics())) {
      return;
    }
    for (var node : exported) {
      context.count("delays initialised", InitializedDelays.fuse(node));
      context.count("operations dropped", new DeadEquations(node).drop());
    }
    nodes.stream().filter(NodeOp::isPrivate).forEach(node -> {
      forget(node.symbol(), module);
      node.erase();
    });
  }

  private static void forget(String node, Operation module) {
    module.attribute(NodeInterface.ATTRIBUTE).map(DictionaryAttr.class::cast).ifPresent(all -> {
      var left = new LinkedHashMap<>(all.entries());
      left.remove(node);
      module.setAttribute(NodeInterface.ATTRIBUTE, new DictionaryAttr(left));
    });
  }
}

package mlr.passes.reactive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.reactive.FinalOp;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.PostOp;
import mlr.dialects.reactive.ReplayOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.ThenOp;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;

/**
 * The nodes that look into the future of a segment that is not their own: they use {@code post}, {@code final} or {@code replay}, or an
 * instance of such a node, outside of all their segments. They run only in the do part of a segment of their user.
 */
public final class AnticausalNodes {
  private AnticausalNodes() {}

  /** The names of a module's anticausal nodes, in source order. */
  public static Set<String> of(Operation module) {
    var nodes = module.region(0).entry().operations().stream().filter(NodeOp.class::isInstance).map(NodeOp.class::cast).toList();
    var found = new LinkedHashSet<String>();
    for (boolean grows = true; grows; ) {
      grows = false;
      for (var node : nodes) {
        grows |= !found.contains(node.symbol()) && node.collect(Operation.class).stream().anyMatch(op -> looksAhead(op, found)) && found.add(node.symbol());
      }
    }
    return nodes.stream().map(NodeOp::symbol).filter(found::contains).collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean looksAhead(Operation op, Set<String> anticausal) {
    return needsSegment(op) && segmentOf(op).isEmpty()
        || op instanceof InstanceOp instance && anticausal.contains(instance.callee().root()) && segmentOf(op).isEmpty();
  }

  /** Whether an operation means something in the do part of a segment only. */
  static boolean needsSegment(Operation op) {
    return op instanceof PostOp || op instanceof ReplayOp || op instanceof FinalOp && !(op.parentOp().orElse(null) instanceof ThenOp);
  }

  /** The nearest segment in whose do part an operation stands. */
  static Optional<SegmentOp> segmentOf(Operation op) {
    for (var parent = op.parentOp(); parent.isPresent(); parent = parent.get().parentOp()) {
      if (parent.get() instanceof SegmentOp segment) {
        return Optional.of(segment);
      }
      if (parent.get() instanceof ThenOp) {
        parent = parent.get().parentOp();
      }
    }
    return Optional.empty();
  }

  /** The nodes that a check of the whole program starts from: the exported ones, and those that nothing instantiates and that can stand alone. */
  static List<NodeOp> roots(Operation module) {
    var anticausal = of(module);
    var instantiated = new LinkedHashSet<String>();
    module.collect(InstanceOp.class).forEach(instance -> instantiated.add(instance.callee().root()));
    var all = new ArrayList<NodeOp>();
    for (var op : module.region(0).entry()) {
      if (op instanceof NodeOp node && (!node.isPrivate() || !instantiated.contains(node.symbol()) && !anticausal.contains(node.symbol()))) {
        all.add(node);
      }
    }
    return all;
  }
}

package mlr.passes.latency;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.PostOp;
import mlr.dialects.reactive.ReplayOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.ThenOp;
import mlr.ir.BlockArgument;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Value;

/**
 * How many instants after the first of the inputs that they depend on outputs come. What leaves a segment of n instants
 * through its {@code then} part waits for the last one, n - 1 instants; a replay comes n instants late, a finite look-ahead one.
 * Along a path delays add up. Memory does not count: what it holds is of an earlier instant, not a later one.
 */
final class OutputLatencies {
  private final SymbolTable symbols;
  private final Map<Value, Long> latencies = new IdentityHashMap<>();
  private final Map<String, List<Long>> nodes = new LinkedHashMap<>();

  OutputLatencies(Operation module) {
    symbols = new SymbolTable(module);
  }

  /** The latency of each output of a node, in instants of the node's base clock at least. */
  List<Long> of(NodeOp node) {
    var known = nodes.get(node.symbol());
    if (known == null) {
      known = node.outputs().stream().map(this::of).toList();
      nodes.put(node.symbol(), known);
    }
    return known;
  }

  private long of(Value value) {
    var known = latencies.get(value);
    if (known != null) {
      return known;
    }
    // A cycle closes through memory or against time within a segment: nothing more is waited for.
    latencies.put(value, 0L);
    long latency = switch (value) {
      case BlockArgument argument -> of(argument);
      case OpResult result -> of(result);
    };
    latencies.put(value, latency);
    return latency;
  }

  /** An element or a carry is as late as what enters the segment for it. */
  private long of(BlockArgument argument) {
    var owner = argument.parentBlock().flatMap(block -> block.parentOp());
    if (owner.isPresent() && owner.get() instanceof SegmentOp segment && argument.index() >= 2) {
      return of(segment.operand(argument.index() - 2));
    }
    return 0;
  }

  private long of(OpResult result) {
    var op = result.definingOp().orElseThrow();
    return switch (op) {
      case SegmentOp segment -> of(segment.yield().outs().get(result.index()));
      case ThenOp then -> of(then.yield().outs().get(result.index())) + wait(then);
      case ResetOp reset -> Math.max(of(reset.condition()), of(reset.body().last().orElseThrow().operand(result.index())));
      case ReplayOp replay -> of(replay.operand()) + enclosing(replay).length();
      case PostOp post -> operands(post) + (post.parentOfType(SegmentOp.class).isPresent() ? 0 : 1);
      case InstanceOp instance -> operands(instance)
          + symbols.lookup(instance.callee().root(), NodeOp.class).map(node -> of(node).get(result.index())).orElse(0L);
      default -> operands(op);
    };
  }

  private long operands(Operation op) {
    return op.operands().stream().mapToLong(this::of).max().orElse(0);
  }

  /** From the first instant of a segment in time to its last; one in space takes no time. */
  private static long wait(Operation op) {
    var segment = enclosing(op);
    return segment.kind() == SegmentOp.Kind.OVER ? 0 : segment.length() - 1;
  }

  private static SegmentOp enclosing(Operation op) {
    return op.parentOfType(SegmentOp.class).orElseThrow(() -> new IllegalStateException(op.name() + " stands outside a segment"));
  }
}

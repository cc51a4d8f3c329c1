package mlr.ir.dataflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.interfaces.RegionBranchInterface;

/**
 * Carries facts from the ends of blocks to their heads until they stand still, along branches and into and out of regions. An operation
 * with regions of which it is not known how they run may run each of them, any number of times.
 */
public final class DenseBackwardSolver<F> {
  private final DenseBackwardAnalysis<F> analysis;
  private final Map<Block, F> heads = new IdentityHashMap<>();
  private final Map<Operation, F> ends = new IdentityHashMap<>();
  private final ArrayDeque<Block> pending = new ArrayDeque<>();
  private final Set<Block> isPending = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Block, List<Block>> predecessors = new IdentityHashMap<>();

  /** Solves an analysis for what is in {@code root}. */
  public DenseBackwardSolver(DenseBackwardAnalysis<F> analysis, Operation root) {
    this.analysis = analysis;
    // The last blocks are visited first: a region's before those around it.
    root.walkPreOrder(op -> op.regions().forEach(region -> region.blocks().forEach(block -> {
      for (var successor : block.successors()) {
        predecessors.computeIfAbsent(successor, _ -> new ArrayList<>()).add(block);
      }
      pending.addFirst(block);
      isPending.add(block);
    })));
    while (!pending.isEmpty()) {
      var block = pending.remove();
      isPending.remove(block);
      visit(block);
    }
  }

  /** The fact at the head of a block, before its arguments come into being. */
  public F head(Block block) {
    return heads.getOrDefault(block, analysis.newInitialFact());
  }

  /** The fact at the end of a block, after its terminator. */
  public F end(Block block) {
    var last = block.last();
    if (last.isPresent() && !last.get().successors().isEmpty()) {
      return last.get().successors().stream().map(this::head).reduce(analysis.newInitialFact(), analysis::meet);
    }
    var parent = block.parentOp();
    if (parent.isEmpty()) {
      return analysis.newBoundaryFact();
    }
    if (parent.get() instanceof RegionBranchInterface branch) {
      return alongEdges(parent.get(), branch, block.region());
    }
    // Of an operation with unknown regions it is not known where they go on.
    var fact = analysis.newBoundaryFact();
    for (var region : parent.get().regions()) {
      fact = analysis.meet(fact, head(region));
    }
    return analysis.meet(fact, ends.getOrDefault(parent.get(), analysis.newInitialFact()));
  }

  /** Tells of each operation of a block, from the last to the first, with the fact after it. */
  public void forEachAfter(Block block, BiConsumer<Operation, F> visitor) {
    var fact = end(block);
    for (var op = block.last(); op.isPresent(); op = op.get().previousInBlock()) {
      visitor.accept(op.get(), fact);
      fact = before(op.get(), fact);
    }
  }

  private void visit(Block block) {
    var fact = end(block);
    for (var op = block.last(); op.isPresent(); op = op.get().previousInBlock()) {
      leave(op.get(), fact);
      fact = before(op.get(), fact);
    }
    var head = analysis.define(block.arguments(), fact);
    if (!head.equals(heads.put(block, head))) {
      predecessors.getOrDefault(block, List.of()).forEach(this::enqueue);
      if (block.region().filter(region -> region.entry() == block).isPresent()) {
        block.parentOp().ifPresent(this::enqueueAround);
      }
    }
  }

  /** Takes note of the fact after an operation, which the ends of its regions go on with. */
  private void leave(Operation op, F after) {
    if (!op.regions().isEmpty()) {
      var end = analysis.define(op.results(), after);
      if (!end.equals(ends.put(op, end))) {
        enqueueEnds(op);
      }
    }
  }

  private F before(Operation op, F after) {
    if (op.regions().isEmpty()) {
      return analysis.transferNode(op, after);
    }
    F inside;
    if (op instanceof RegionBranchInterface branch) {
      inside = alongEdges(op, branch, Optional.empty());
    } else {
      inside = op.regions().stream().map(this::head).reduce(after, analysis::meet);
    }
    return analysis.transferNode(op, inside);
  }

  private F alongEdges(Operation op, RegionBranchInterface branch, Optional<Region> from) {
    var fact = analysis.newInitialFact();
    for (var edge : branch.edges()) {
      if (edge.source().equals(from)) {
        fact = analysis.meet(fact, edge.target().map(this::head).orElseGet(() -> ends.getOrDefault(op, analysis.newInitialFact())));
      }
    }
    return fact;
  }

  private F head(Region region) {
    return region.isEmpty() ? analysis.newInitialFact() : head(region.entry());
  }

  private void enqueueAround(Operation op) {
    op.block().ifPresent(this::enqueue);
    enqueueEnds(op);
  }

  private void enqueueEnds(Operation op) {
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        if (block.successors().isEmpty()) {
          enqueue(block);
        }
      }
    }
  }

  private void enqueue(Block block) {
    if (isPending.add(block)) {
      pending.add(block);
    }
  }
}

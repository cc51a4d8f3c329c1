package mlr.ir.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.interfaces.LoopLikeInterface;

/**
 * The loops in an operation: natural loops of the control flow between blocks, one for each header that dominates a block which
 * branches back to it, and operations that are loops. Cycles of blocks with several entries are no loops here. A snapshot.
 */
public final class LoopInfo {
  /**
   * A natural loop.
   *
   * @param header the block by which it is entered
   * @param blocks all its blocks, those of inner loops too, in region order
   * @param latches its blocks that branch back to the header
   * @param exiting its blocks that branch out of it
   * @param parent the loop around it, among the same region's blocks
   */
  public record Loop(Block header, Set<Block> blocks, List<Block> latches, List<Block> exiting, Optional<Loop> parent) {
    /** How many loops of the region it is in, itself included. */
    public int depth() {
      return 1 + parent.map(Loop::depth).orElse(0);
    }
  }

  private final List<Loop> loops = new ArrayList<>();
  private final Map<Block, Loop> innermost = new IdentityHashMap<>();

  /** Finds the loops in {@code root}. */
  public LoopInfo(Operation root) {
    root.walkPreOrder(op -> op.regions().forEach(region -> {
      if (region.blocks().size() > 1 || !region.isEmpty() && region.entry().successors().contains(region.entry())) {
        find(region);
      }
    }));
  }

  /** All natural loops: regions in program order, loops before those in them, else in the order of their headers. */
  public List<Loop> loops() {
    return Collections.unmodifiableList(loops);
  }

  /** The innermost natural loop that a block is in. */
  public Optional<Loop> loop(Block block) {
    return Optional.ofNullable(innermost.get(block));
  }

  /** How many loops are around {@code op}, of blocks and of operations, in all regions that enclose it. */
  public int depth(Operation op) {
    int depth = 0;
    for (var block = op.block(); block.isPresent(); block = block.get().parentOp().flatMap(Operation::block)) {
      depth += loop(block.get()).map(Loop::depth).orElse(0);
      var region = block.get().region();
      if (region.isPresent() && block.get().parentOp().filter(parent -> parent instanceof LoopLikeInterface loop && loop.loopRegions().contains(region.get())).isPresent()) {
        depth++;
      }
    }
    return depth;
  }

  private void find(Region region) {
    var tree = new DominatorTree(region);
    Map<Block, List<Block>> predecessors = new IdentityHashMap<>();
    tree.reachable().forEach(block -> block.successors().forEach(next -> predecessors.computeIfAbsent(next, _ -> new ArrayList<>()).add(block)));
    Map<Block, Set<Block>> bodies = new IdentityHashMap<>();
    for (var header : tree.reachable()) {
      var latches = predecessors.getOrDefault(header, List.of()).stream().filter(block -> tree.dominates(header, block)).distinct().toList();
      if (!latches.isEmpty()) {
        bodies.put(header, body(header, latches, predecessors));
      }
    }
    // Outer loops have more blocks than those in them.
    var headers = tree.reachable().stream().filter(bodies::containsKey).sorted(Comparator.comparingInt((Block h) -> -bodies.get(h).size())).toList();
    for (var header : headers) {
      var inside = new LinkedHashSet<>(region.blocks());
      inside.retainAll(bodies.get(header));
      var latches = inside.stream().filter(block -> block.successors().contains(header)).toList();
      var exiting = inside.stream().filter(block -> !inside.containsAll(block.successors())).toList();
      var loop = new Loop(header, Collections.unmodifiableSet(inside), latches, exiting, loop(header));
      inside.forEach(block -> innermost.put(block, loop));
    }
    // The innermost loop of a header is its own.
    region.blocks().stream().filter(bodies::containsKey).map(innermost::get)
        .sorted(Comparator.comparingInt(Loop::depth)).forEach(loops::add);
  }

  /** What reaches a latch without the header. */
  private static Set<Block> body(Block header, List<Block> latches, Map<Block, List<Block>> predecessors) {
    Set<Block> body = Collections.newSetFromMap(new IdentityHashMap<>());
    body.add(header);
    var pending = new ArrayDeque<>(latches);
    while (!pending.isEmpty()) {
      var block = pending.remove();
      if (body.add(block)) {
        pending.addAll(predecessors.getOrDefault(block, List.of()));
      }
    }
    return body;
  }
}

package mlr.ir.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.Region;

/**
 * The dominator tree of one region's control flow graph, after Cooper, Harvey and Kennedy, "A Simple, Fast
 * Dominance Algorithm" (2001). Blocks that the entry can't reach are in no tree. A snapshot of the region.
 */
public final class DominatorTree {
  private static final int NONE = -1;

  /** Blocks in reverse postorder; all arrays but {@link #position} are indexed by the position in it. */
  private final Block[] blocks;
  private final Region region;

  /** By place in the region: the position of a block in reverse postorder, or {@link #NONE}. */
  private final int[] position;
  private final int[] parent;

  /** A walk of the tree enters a block at a number and leaves it at another: those of what it dominates lie in between. */
  private final int[] entered;
  private final int[] left;

  /** Builds the tree of a region that has at least one block. */
  public DominatorTree(Region region) {
    this.region = region;
    position = new int[region.blockCount()];
    blocks = reversePostorder();
    for (int i = 0; i < blocks.length; i++) {
      position[region.indexOf(blocks[i])] = i;
    }
    parent = new int[blocks.length];
    entered = new int[blocks.length];
    left = new int[blocks.length];
    computeParents();
    computeIntervals();
  }

  /** Sizes of subtrees first, children before parents; then each child takes the next part of its parent's interval. */
  private void computeIntervals() {
    Arrays.fill(left, 1);
    for (int i = parent.length - 1; i > 0; i--) {
      left[parent[i]] += left[i];
    }
    var next = new int[parent.length];
    next[0] = 1;
    for (int i = 1; i < parent.length; i++) {
      entered[i] = next[parent[i]];
      next[parent[i]] += left[i];
      next[i] = entered[i] + 1;
    }
    for (int i = 0; i < parent.length; i++) {
      left[i] += entered[i];
    }
  }

  private int positionOf(Block block) {
    int at = region.indexOf(block);
    return at < 0 || at >= position.length ? NONE : position[at];
  }

  /** Whether control can reach {@code block} from the region's entry. */
  public boolean isReachable(Block block) {
    return positionOf(block) != NONE;
  }

  /** Whether every path from the entry to {@code b} goes through {@code a}; every block dominates itself and unreachable ones. */
  public boolean dominates(Block a, Block b) {
    if (a == b) {
      return true;
    }
    int above = positionOf(a);
    int below = positionOf(b);
    return below == NONE || above != NONE && entered[above] <= entered[below] && entered[below] < left[above];
  }

  /** The reachable blocks in reverse postorder: each after its immediate dominator. */
  public List<Block> reachable() {
    return List.of(blocks);
  }

  /** The last block before {@code block} that every path to it goes through; empty for the entry and unreachable blocks. */
  public Optional<Block> immediateDominator(Block block) {
    int at = positionOf(block);
    return at <= 0 ? Optional.empty() : Optional.of(blocks[parent[at]]);
  }

  /**
   * Leaves in {@link #position} something other than {@link #NONE} for what the entry reaches. The path to the block that is looked at fills an
   * array from its start, and what is done with, from its end: together they are no more than all.
   */
  private Block[] reversePostorder() {
    Arrays.fill(position, NONE);
    int most = position.length;
    var reached = new Block[most];
    var taken = new int[most];
    int free = most;
    int depth = 1;
    reached[0] = region.entry();
    position[region.indexOf(region.entry())] = 0;
    while (depth > 0) {
      var block = reached[depth - 1];
      if (taken[depth - 1] == block.successorCount()) {
        reached[--free] = block;
        depth--;
        continue;
      }
      var next = block.successor(taken[depth - 1]++);
      int at = region.indexOf(next);
      if (at >= 0 && position[at] == NONE) {
        position[at] = 0;
        reached[depth] = next;
        taken[depth++] = 0;
      }
    }
    return free == 0 ? reached : Arrays.copyOfRange(reached, free, most);
  }

  private void computeParents() {
    // Those of block i are predecessors[start[i]] to before predecessors[start[i + 1]].
    var start = new int[blocks.length + 1];
    for (var block : blocks) {
      for (int n = 0; n < block.successorCount(); n++) {
        int to = positionOf(block.successor(n));
        if (to != NONE) {
          start[to + 1]++;
        }
      }
    }
    for (int i = 0; i < blocks.length; i++) {
      start[i + 1] += start[i];
    }
    var predecessors = new int[start[blocks.length]];
    var next = start.clone();
    for (int i = 0; i < blocks.length; i++) {
      for (int n = 0; n < blocks[i].successorCount(); n++) {
        int to = positionOf(blocks[i].successor(n));
        if (to != NONE) {
          predecessors[next[to]++] = i;
        }
      }
    }
    Arrays.fill(parent, NONE);
    parent[0] = 0;
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 1; i < parent.length; i++) {
        int candidate = NONE;
        for (int n = start[i]; n < start[i + 1]; n++) {
          int predecessor = predecessors[n];
          if (parent[predecessor] != NONE) {
            candidate = candidate == NONE ? predecessor : intersect(candidate, predecessor);
          }
        }
        if (parent[i] != candidate) {
          parent[i] = candidate;
          changed = true;
        }
      }
    }
  }

  private int intersect(int a, int b) {
    while (a != b) {
      if (a > b) {
        a = parent[a];
      } else {
        b = parent[b];
      }
    }
    return a;
  }
}

package mlr.ir.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.Region;

/**
 * The dominator tree of one region's control flow graph, after Cooper, Harvey and Kennedy, "A Simple, Fast
 * Dominance Algorithm" (2001). Blocks that the entry can't reach are in no tree. A snapshot of the region.
 */
public final class DominatorTree {
  private static final int NONE = -1;

  /** Blocks in reverse postorder; all arrays are indexed by the position in it. */
  private final List<Block> blocks;
  private final Map<Block, Integer> positions = new IdentityHashMap<>();
  private final int[] parent;

  /** A walk of the tree enters a block at a number and leaves it at another: those of what it dominates lie in between. */
  private final int[] entered;
  private final int[] left;

  /** Builds the tree of a region that has at least one block. */
  public DominatorTree(Region region) {
    blocks = reversePostorder(region);
    for (int i = 0; i < blocks.size(); i++) {
      positions.put(blocks.get(i), i);
    }
    parent = new int[blocks.size()];
    entered = new int[blocks.size()];
    left = new int[blocks.size()];
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

  /** Whether control can reach {@code block} from the region's entry. */
  public boolean isReachable(Block block) {
    return positions.containsKey(block);
  }

  /** Whether every path from the entry to {@code b} goes through {@code a}; every block dominates itself and unreachable ones. */
  public boolean dominates(Block a, Block b) {
    if (a == b || !isReachable(b)) {
      return true;
    }
    if (!isReachable(a)) {
      return false;
    }
    int above = positions.get(a);
    int below = positions.get(b);
    return entered[above] <= entered[below] && entered[below] < left[above];
  }

  /** The reachable blocks in reverse postorder: each after its immediate dominator. */
  public List<Block> reachable() {
    return List.copyOf(blocks);
  }

  /** The last block before {@code block} that every path to it goes through; empty for the entry and unreachable blocks. */
  public Optional<Block> immediateDominator(Block block) {
    return Optional.ofNullable(positions.get(block)).filter(at -> at > 0).map(at -> blocks.get(parent[at]));
  }

  private static List<Block> reversePostorder(Region region) {
    record Visit(Block block, ArrayDeque<Block> pending) {
      Visit(Block block) {
        this(block, new ArrayDeque<>(block.successors()));
      }
    }
    var seen = new IdentityHashMap<Block, Boolean>();
    var order = new ArrayList<Block>();
    var stack = new ArrayDeque<Visit>();
    stack.push(new Visit(region.entry()));
    seen.put(region.entry(), true);
    while (!stack.isEmpty()) {
      var visit = stack.peek();
      var next = visit.pending().poll();
      if (next == null) {
        order.add(visit.block());
        stack.pop();
      } else if (next.region().filter(r -> r == region).isPresent() && seen.put(next, true) == null) {
        stack.push(new Visit(next));
      }
    }
    return order.reversed();
  }

  private void computeParents() {
    var predecessors = new ArrayList<List<Integer>>();
    for (int i = 0; i < blocks.size(); i++) {
      predecessors.add(new ArrayList<>());
    }
    for (int i = 0; i < blocks.size(); i++) {
      for (var successor : blocks.get(i).successors()) {
        var position = positions.get(successor);
        if (position != null) {
          predecessors.get(position).add(i);
        }
      }
    }
    Arrays.fill(parent, NONE);
    parent[0] = 0;
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 1; i < parent.length; i++) {
        int candidate = NONE;
        for (int predecessor : predecessors.get(i)) {
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

package mlr.ir.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.testing.TestDialect.Branch;
import org.junit.jupiter.api.Test;

class DominatorTreeTest {
  /** A region of blocks that branch to up to three others, never to the entry. */
  private static Region random(Random random) {
    var region = new Region();
    int size = 2 + random.nextInt(9);
    for (int i = 0; i < size; i++) {
      region.addBlock();
    }
    for (var block : region.blocks()) {
      var branch = OperationState.of(Branch.DEFINITION, Location.UNKNOWN);
      for (int i = random.nextInt(4); i > 0; i--) {
        branch.successor(region.blocks().get(1 + random.nextInt(size - 1)));
      }
      block.append(branch.create());
    }
    return region;
  }

  /** The blocks that the entry reaches without going through {@code without}. */
  private static Set<Block> reach(Region region, List<Block> without) {
    var reached = new HashSet<Block>();
    var pending = new ArrayDeque<>(List.of(region.entry()));
    while (!pending.isEmpty()) {
      var block = pending.remove();
      if (!without.contains(block) && reached.add(block)) {
        pending.addAll(block.successors());
      }
    }
    return reached;
  }

  @Test
  void dominanceIsWhatItsDefinitionSays() {
    var random = new Random(1);
    for (int round = 0; round < 2000; round++) {
      var region = random(random);
      var tree = new DominatorTree(region);
      var reachable = reach(region, List.of());
      for (var a : region.blocks()) {
        var avoiding = reach(region, List.of(a));
        for (var b : region.blocks()) {
          boolean expected = a == b || !avoiding.contains(b) && (reachable.contains(a) || !reachable.contains(b));
          assertEquals(expected, tree.dominates(a, b), "round " + round + ", block " + region.indexOf(a) + " over " + region.indexOf(b));
        }
        assertEquals(reachable.contains(a), tree.isReachable(a));
      }
    }
  }

  @Test
  void theImmediateDominatorIsTheLastOne() {
    var random = new Random(2);
    for (int round = 0; round < 500; round++) {
      var region = random(random);
      var tree = new DominatorTree(region);
      for (var block : tree.reachable()) {
        var strict = new ArrayList<>(tree.reachable().stream().filter(a -> a != block && tree.dominates(a, block)).toList());
        var last = strict.stream().filter(a -> strict.stream().allMatch(other -> tree.dominates(other, a))).findFirst();
        assertEquals(last, tree.immediateDominator(block));
      }
    }
  }
}

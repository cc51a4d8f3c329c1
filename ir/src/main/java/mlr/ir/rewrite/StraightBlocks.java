package mlr.ir.rewrite;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import mlr.ir.Block;
import mlr.ir.Region;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.interfaces.UnconditionalBranchInterface;

/** Appends blocks to the only block from which control comes to them, where that goes nowhere else. */
final class StraightBlocks {
  private final Region region;
  private final RewriteListener listener;

  /** By position of a block, the one that it is to take in; and whether it is itself to be taken in. */
  private final Block[] following;
  private final boolean[] follows;
  private final Set<Block> emptied = Collections.newSetFromMap(new IdentityHashMap<>());

  private StraightBlocks(Region region, RewriteListener listener) {
    this.region = region;
    this.listener = listener;
    this.following = new Block[region.blockCount()];
    this.follows = new boolean[region.blockCount()];
  }

  /** Merges the blocks of a region; returns whether there were such. */
  static boolean merge(Region region, RewriteListener listener) {
    return new StraightBlocks(region, listener).merge();
  }

  private boolean merge() {
    for (int i = 0; i < following.length; i++) {
      var block = region.block(i);
      if (block.last().filter(UnconditionalBranchInterface.class::isInstance).isPresent()) {
        var next = block.successor(0);
        if (next != block && next != region.entry() && next.edgeCount() == 1) {
          following[i] = next;
          follows[region.indexOf(next)] = true;
        }
      }
    }
    // From the first of each chain, so that each operation moves once.
    for (int i = 0; i < following.length; i++) {
      if (!follows[i]) {
        var first = region.block(i);
        for (var next = following[i]; next != null; next = following[region.indexOf(next)]) {
          append(next, first);
        }
      }
    }
    region.removeBlocks(emptied);
    return !emptied.isEmpty();
  }

  private void append(Block block, Block before) {
    var branch = before.last().orElseThrow();
    var values = ((BranchInterface) branch).successorOperands(0);
    for (int i = 0; i < values.size(); i++) {
      var users = block.argument(i).users();
      block.argument(i).replaceAllUsesWith(values.get(i));
      users.forEach(listener::modified);
    }
    listener.erasing(branch);
    branch.erase();
    block.splitInto(block.first().orElseThrow(), before);
    emptied.add(block);
  }
}

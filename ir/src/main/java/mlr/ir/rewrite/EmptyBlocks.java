package mlr.ir.rewrite;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.interfaces.UnconditionalBranchInterface;

/** Lets branches go past blocks that only lead on, straight to where they end up. */
final class EmptyBlocks {
  private EmptyBlocks() {}

  /** Changes the branches of a region; returns whether there were such. The blocks stay, out of reach perhaps. */
  static boolean bypass(Region region, RewriteListener listener) {
    boolean changed = false;
    for (int i = 0; i < region.blockCount(); i++) {
      var last = region.block(i).last();
      if (last.isPresent() && last.get() instanceof BranchInterface) {
        changed |= bypass(last.get(), listener);
      }
    }
    return changed;
  }

  private static boolean bypass(Operation branch, RewriteListener listener) {
    boolean changed = false;
    for (int i = 0; i < branch.successorCount(); i++) {
      changed |= leadsOn(branch.successor(i)) && bypass(branch, i);
    }
    if (changed) {
      listener.modified(branch);
    }
    return changed;
  }

  private static boolean bypass(Operation branch, int successor) {
    List<Block> passed = new ArrayList<>();
    var target = branch.successor(successor);
    var values = ((BranchInterface) branch).successorOperands(successor);
    while (leadsOn(target)) {
      if (passed.contains(target)) {
        // Round and round, for ever.
        return false;
      }
      passed.add(target);
      values = handedOn(target, values);
      target = target.successor(0);
    }
    branch.setSuccessor(successor, target);
    ((BranchInterface) branch).setSuccessorOperands(successor, values);
    return true;
  }

  private static boolean leadsOn(Block block) {
    return block.size() == 1 && block.last().orElseThrow() instanceof UnconditionalBranchInterface
        && block.arguments().stream().allMatch(argument -> argument.users().stream().allMatch(user -> user.isIn(block)));
  }

  /** What a block hands on when it is given {@code values}. */
  private static List<Value> handedOn(Block block, List<Value> values) {
    Map<Value, Value> given = new IdentityHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      given.put(block.argument(i), values.get(i));
    }
    var branch = (BranchInterface) block.last().orElseThrow();
    return branch.successorOperands(0).stream().map(value -> given.getOrDefault(value, value)).toList();
  }
}

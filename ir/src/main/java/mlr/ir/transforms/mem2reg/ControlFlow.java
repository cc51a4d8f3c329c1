package mlr.ir.transforms.mem2reg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Block;
import mlr.ir.Region;
import mlr.ir.analysis.DominatorTree;

/**
 * The blocks of a region, who branches to whom, and where dominance ends: the dominance frontiers of Cytron and others,
 * "Efficiently Computing Static Single Assignment Form" (1991), computed as Cooper, Harvey and Kennedy do.
 */
final class ControlFlow {
  private final Region region;
  private final DominatorTree tree;
  private final Map<Block, List<Block>> predecessors = new IdentityHashMap<>();
  private final Map<Block, Set<Block>> frontiers = new IdentityHashMap<>();

  ControlFlow(Region region) {
    this.region = region;
    this.tree = new DominatorTree(region);
    for (var block : region.blocks()) {
      new LinkedHashSet<>(block.successors()).forEach(next -> predecessors.computeIfAbsent(next, _ -> new ArrayList<>()).add(block));
    }
    tree.reachable().forEach(this::addToFrontiers);
  }

  /** Adds a block where paths join to the frontiers of the blocks on them up to where they parted. */
  private void addToFrontiers(Block join) {
    for (var predecessor : predecessors(join)) {
      for (Optional<Block> at = reachable(predecessor); at.isPresent() && !at.equals(tree.immediateDominator(join)); at = tree.immediateDominator(at.get())) {
        frontiers.computeIfAbsent(at.get(), _ -> new LinkedHashSet<>()).add(join);
      }
    }
  }

  private Optional<Block> reachable(Block block) {
    return Optional.of(block).filter(tree::isReachable);
  }

  /** The blocks that branch to {@code block}, each once. */
  List<Block> predecessors(Block block) {
    return predecessors.getOrDefault(block, List.of());
  }

  /** Reachable blocks, each after its immediate dominator. */
  List<Block> reachable() {
    return tree.reachable();
  }

  List<Block> unreachable() {
    return region.blocks().stream().filter(block -> !tree.isReachable(block)).toList();
  }

  Optional<Block> immediateDominator(Block block) {
    return tree.immediateDominator(block);
  }

  /** The blocks where different values of what {@code definitions} set may meet, the frontier iterated, that are among {@code wanted}. */
  Set<Block> joins(Collection<Block> definitions, Set<Block> wanted) {
    var joins = new LinkedHashSet<Block>();
    var pending = new ArrayDeque<>(definitions);
    while (!pending.isEmpty()) {
      for (var join : frontiers.getOrDefault(pending.poll(), Set.of())) {
        if (wanted.contains(join) && joins.add(join)) {
          pending.add(join);
        }
      }
    }
    return joins;
  }
}

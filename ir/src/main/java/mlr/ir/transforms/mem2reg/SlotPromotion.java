package mlr.ir.transforms.mem2reg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mlr.ir.Block;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.analysis.DominanceInfo;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.interfaces.MemorySlot;
import mlr.ir.interfaces.PromotableAccess;
import mlr.ir.interfaces.PromotableAllocation;
import mlr.ir.interfaces.PromotableRegions;

/** The promotion of one slot, once it is known that all its uses can go. */
final class SlotPromotion {
  private final Operation allocation;
  private final MemorySlot slot;
  private final ControlFlow graph;
  private final SlotUses uses;
  private final Set<Block> joins;
  private Optional<Value> defaultValue = Optional.empty();

  private SlotPromotion(Operation allocation, MemorySlot slot, ControlFlow graph, SlotUses uses) {
    this.allocation = allocation;
    this.slot = slot;
    this.graph = graph;
    this.uses = uses;
    var definitions = new ArrayList<>(uses.definingBlocks());
    definitions.add(allocation.block().orElseThrow());
    this.joins = graph.joins(definitions, liveBlocks());
  }

  /** What promotes the slot of an allocation; empty when that can't be done. */
  static Optional<SlotPromotion> of(PromotableAllocation allocation, Function<Region, ControlFlow> graphs) {
    var op = (Operation) allocation;
    var home = op.parentRegion().filter(DominanceInfo::hasSsaDominance);
    if (home.isEmpty()) {
      return Optional.empty();
    }
    return allocation.promotableSlot()
        .flatMap(slot -> SlotUses.of(slot, home.get()).map(uses -> new SlotPromotion(op, slot, graphs.apply(home.get()), uses)))
        .filter(SlotPromotion::canReachJoins);
  }

  /** The blocks at whose entry the slot holds a value that is loaded later. */
  private Set<Block> liveBlocks() {
    var live = new LinkedHashSet<Block>();
    var pending = new ArrayDeque<>(uses.loadingBlocks());
    while (!pending.isEmpty()) {
      var block = pending.poll();
      if (block != allocation.block().orElseThrow() && live.add(block)) {
        graph.predecessors(block).stream().filter(before -> !uses.definingBlocks().contains(before)).forEach(pending::add);
      }
    }
    return live;
  }

  /** Whether every branch to a block that gets an argument can hand one over. */
  private boolean canReachJoins() {
    return joins.stream().flatMap(join -> graph.predecessors(join).stream()).allMatch(block -> block.last().orElseThrow() instanceof BranchInterface);
  }

  /** Promotes the slot; returns the number of block arguments that were added. */
  int run() {
    var arguments = new IdentityHashMap<Block, Value>();
    joins.forEach(join -> arguments.put(join, join.addArgument(slot.element(), allocation.location())));
    var atEnd = new IdentityHashMap<Block, Optional<Value>>();
    for (var block : graph.reachable()) {
      var inherited = graph.immediateDominator(block).flatMap(atEnd::get);
      atEnd.put(block, rewrite(block, Optional.ofNullable(arguments.get(block)).or(() -> inherited)));
    }
    graph.unreachable().forEach(block -> atEnd.put(block, rewrite(block, Optional.empty())));
    joins.forEach(join -> graph.predecessors(join).forEach(block -> handOver(block, join, atEnd)));
    allocation.erase();
    return joins.size();
  }

  private void handOver(Block from, Block to, Map<Block, Optional<Value>> atEnd) {
    var end = from.last().orElseThrow();
    for (int i = 0; i < end.successors().size(); i++) {
      if (end.successors().get(i) == to) {
        var operands = new ArrayList<>(((BranchInterface) end).successorOperands(i));
        operands.add(orDefault(atEnd.get(from)));
        ((BranchInterface) end).setSuccessorOperands(i, operands);
      }
    }
  }

  /** Replaces the accesses in a block, in which the slot at first holds {@code value}, or its default when that is empty; returns what it holds at the end. */
  private Optional<Value> rewrite(Block block, Optional<Value> value) {
    var current = value;
    for (var op : block.operations()) {
      if (op == allocation) {
        current = Optional.empty();
      } else if (uses.isAccess(op)) {
        var stored = ((PromotableAccess) op).storedValue();
        if (stored.isPresent()) {
          current = stored;
        } else {
          op.result().replaceAllUsesWith(orDefault(current));
        }
        op.erase();
      } else if (uses.storesInside(op)) {
        current = Optional.of(carryThrough(op, orDefault(current)));
      } else if (uses.accessesInside(op)) {
        var unchanged = current;
        op.regions().stream().filter(region -> !region.isEmpty()).forEach(region -> rewrite(region.entry(), unchanged));
      }
    }
    return current;
  }

  private Value carryThrough(Operation op, Value initial) {
    var carried = ((PromotableRegions) op).carry(initial);
    var structured = carried.result().owner();
    for (int i = 0; i < structured.regions().size(); i++) {
      var block = structured.region(i).entry();
      var left = rewrite(block, Optional.of(carried.entries().get(i)));
      var end = block.last().orElseThrow();
      var operands = new ArrayList<>(end.operands());
      operands.add(orDefault(left));
      end.setOperands(operands);
    }
    return carried.result();
  }

  private Value orDefault(Optional<Value> value) {
    if (value.isEmpty() && defaultValue.isEmpty()) {
      defaultValue = Optional.of(((PromotableAllocation) allocation).defaultValue(OpBuilder.before(allocation)));
    }
    return value.or(() -> defaultValue).orElseThrow();
  }
}

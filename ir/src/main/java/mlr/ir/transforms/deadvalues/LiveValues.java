package mlr.ir.transforms.deadvalues;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.analysis.Effects;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.interfaces.RegionBranchInterface;

/**
 * What is needed for something that can be observed, found backwards from there. All values of a slot of an operation with regions
 * are needed as soon as one is, since they can only go together. An operation with regions that says nothing of
 * control flow is needed as a whole or not at all.
 */
final class LiveValues {
  private final Set<Value> values = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Operation> operations = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Operation, RegionSlots> slots = new IdentityHashMap<>();
  private final ArrayDeque<Value> pending = new ArrayDeque<>();
  private final Map<Block, List<Operation>> branches = new IdentityHashMap<>();
  private final Operation root;
  private final PrivateFunctions functions;

  private LiveValues(Operation root, PrivateFunctions functions) {
    this.root = root;
    this.functions = functions;
    root.walk(op -> Set.copyOf(op.successors()).forEach(block -> branches.computeIfAbsent(block, _ -> new ArrayList<>()).add(op)));
  }

  /** What is needed of {@code root}, where the signatures of {@code functions} may change. */
  static LiveValues of(Operation root, PrivateFunctions functions) {
    var live = new LiveValues(root, functions);
    live.visitRegions(root);
    while (!live.pending.isEmpty()) {
      live.propagate(live.pending.poll());
    }
    return live;
  }

  boolean isLive(Value value) {
    return values.contains(value);
  }

  boolean isLive(Operation op) {
    return operations.contains(op);
  }

  /** The terminators that branch to a block. */
  List<Operation> branchesTo(Block block) {
    return branches.getOrDefault(block, List.of());
  }

  /** The slots of an operation whose control flow is known. */
  RegionSlots slots(Operation op) {
    return slots.computeIfAbsent(op, o -> new RegionSlots((RegionBranchInterface) o));
  }

  /** Whether {@code op} only holds others, which are judged one by one. */
  static boolean isContainer(Operation op) {
    return op.definition().hasTrait(Trait.SYMBOL) || op.definition().hasTrait(Trait.SYMBOL_TABLE) || op instanceof CallableInterface;
  }

  // What can be observed

  private void visitRegions(Operation op) {
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        for (var inner : block) {
          visit(inner);
        }
        if (!branchesTo(block).stream().allMatch(BranchInterface.class::isInstance)) {
          block.arguments().forEach(this::mark);
        }
      }
    }
  }

  private void visit(Operation op) {
    if (isContainer(op)) {
      mark(op);
      visitRegions(op);
    } else if (op instanceof RegionBranchInterface) {
      visitRegions(op);
    } else if (!Effects.wouldBeDeadIfUnused(op) && !isHandingOver(op)) {
      mark(op);
    }
  }

  /** Whether {@code op} only hands values to where it is looked at which are needed. */
  private boolean isHandingOver(Operation op) {
    var parent = op.parentOp().orElseThrow();
    return parent instanceof RegionBranchInterface && op.block().flatMap(b -> b.last()).filter(last -> last == op).isPresent()
        || op.definition().hasTrait(Trait.RETURN_LIKE) && functions.contains(parent);
  }

  // Going backwards

  private void mark(Value value) {
    if (values.add(value)) {
      pending.add(value);
    }
  }

  private void mark(Operation op) {
    if (!operations.add(op)) {
      return;
    }
    op.parentOp().filter(parent -> parent != root).ifPresent(this::mark);
    switch (op) {
      case RegionBranchInterface _ -> slots(op).controls().forEach(this::mark);
      case BranchInterface branch -> markControls(op, branch);
      case Operation _ when functions.callee(op).isPresent() || isContainer(op) -> { }
      default -> op.walk(inner -> inner.operands().forEach(this::mark));
    }
  }

  private void markControls(Operation op, BranchInterface branch) {
    int handed = IntStream.range(0, op.successors().size()).map(i -> branch.successorOperands(i).size()).sum();
    // Operands that choose the successor come first.
    op.operands().subList(0, Math.max(0, op.operandCount() - handed)).forEach(this::mark);
  }

  private void propagate(Value value) {
    switch (value) {
      case OpResult result -> propagate(result);
      case BlockArgument argument -> propagate(argument);
    }
  }

  private void propagate(OpResult result) {
    var op = result.owner();
    mark(op);
    if (op instanceof RegionBranchInterface) {
      markSlot(op, result);
    } else {
      functions.callee(op).ifPresent(callee -> PrivateFunctions.returns(callee).forEach(end -> mark(end.operand(result.index()))));
    }
  }

  private void propagate(BlockArgument argument) {
    var block = argument.owner();
    var parent = block.parentOp().orElseThrow();
    if (block != block.region().orElseThrow().entry()) {
      branchesTo(block).forEach(branch -> markHandedOver(branch, argument));
    } else if (functions.contains(parent)) {
      functions.calls(parent).forEach(call -> mark(call.operand(argument.index())));
    } else {
      mark(parent);
      if (parent instanceof RegionBranchInterface) {
        markSlot(parent, argument);
      }
    }
  }

  private void markHandedOver(Operation branch, BlockArgument argument) {
    for (int i = 0; i < branch.successors().size(); i++) {
      if (branch.successors().get(i) == argument.owner() && branch instanceof BranchInterface known) {
        mark(known.successorOperands(i).get(argument.index()));
      }
    }
  }

  private void markSlot(Operation op, Value input) {
    var slot = slots(op).of(input);
    slot.inputs().forEach(this::mark);
    slot.operands().forEach(operand -> mark(operand.get()));
  }
}

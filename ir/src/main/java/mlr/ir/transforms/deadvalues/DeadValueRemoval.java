package mlr.ir.transforms.deadvalues;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.interfaces.FunctionInterface;
import mlr.ir.interfaces.RegionBranchInterface;
import mlr.ir.pass.PassContext;

/**
 * Takes what is not needed out of the IR: first all uses of it, then the definitions. Until then everything stands where it
 * was, and positions are those of before.
 */
final class DeadValueRemoval {
  private final LiveValues live;
  private final PrivateFunctions functions;
  private final PassContext context;
  private final List<Operation> dead = new ArrayList<>();
  private final Map<Operation, Set<Integer>> operands = new LinkedHashMap<>();
  private final Map<Operation, Set<Integer>> results = new LinkedHashMap<>();
  private final Map<Block, Set<Integer>> arguments = new LinkedHashMap<>();

  DeadValueRemoval(LiveValues live, PrivateFunctions functions, PassContext context) {
    this.live = live;
    this.functions = functions;
    this.context = context;
  }

  void run(Operation root) {
    visitRegions(root);
    var signatures = functions.all().stream().map(this::visitFunction).toList();
    dead.forEach(Operation::dropAllReferences);
    operands.forEach((op, positions) -> op.setOperands(without(op.operands(), positions)));
    arguments.forEach((block, positions) -> List.copyOf(positions).reversed().forEach(block::eraseArgument));
    signatures.forEach(Runnable::run);
    results.forEach(DeadValueRemoval::eraseResults);
    dead.forEach(Operation::erase);
    context.count("operations removed", dead.size());
  }

  private void visitRegions(Operation op) {
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        if (block != region.entry()) {
          visitArguments(block);
        }
        block.forEach(this::visit);
      }
    }
  }

  private void visit(Operation op) {
    if (!live.isLive(op) && !op.definition().isTerminator()) {
      dead.add(op);
    } else if (op instanceof RegionBranchInterface) {
      live.slots(op).all().stream().filter(slot -> slot.inputs().stream().noneMatch(live::isLive)).forEach(this::visitSlot);
      visitRegions(op);
    } else if (LiveValues.isContainer(op)) {
      visitRegions(op);
    }
  }

  private void visitArguments(Block block) {
    var positions = deadPositions(block.arguments());
    if (!positions.isEmpty()) {
      live.branchesTo(block).forEach(branch -> removeHandedOver(branch, block, positions));
      arguments.put(block, positions);
      context.count("block arguments removed", positions.size());
    }
  }

  private static void removeHandedOver(Operation branch, Block block, Set<Integer> positions) {
    var operands = (BranchInterface) branch;
    for (int i = 0; i < branch.successors().size(); i++) {
      if (branch.successors().get(i) == block) {
        operands.setSuccessorOperands(i, without(operands.successorOperands(i), positions));
      }
    }
  }

  private void visitSlot(RegionSlots.Slot slot) {
    slot.operands().forEach(operand -> add(operands, operand.owner(), operand.index()));
    for (var input : slot.inputs()) {
      switch (input) {
        case OpResult result -> add(results, result.owner(), result.index());
        case BlockArgument argument -> add(arguments, argument.owner(), argument.index());
      }
    }
    context.count("region values removed", 1);
  }

  /** Finds what goes of the calls and returns of a function; returns what changes its signature. */
  private Runnable visitFunction(FunctionInterface function) {
    var calls = functions.calls((Operation) function);
    var ends = PrivateFunctions.returns(function);
    var deadArguments = deadPositions(function.callableRegion().entry().arguments());
    var deadResults = new TreeSet<Integer>();
    ends.stream().findFirst().ifPresent(end -> IntStream.range(0, end.operandCount())
        .filter(i -> calls.stream().noneMatch(call -> live.isLive(call.result(i)))).forEach(deadResults::add));
    calls.forEach(call -> deadArguments.forEach(position -> add(operands, call, position)));
    calls.forEach(call -> deadResults.forEach(position -> add(results, call, position)));
    ends.forEach(end -> deadResults.forEach(position -> add(operands, end, position)));
    context.count("function arguments removed", deadArguments.size());
    context.count("function results removed", deadResults.size());
    return () -> {
      function.eraseArguments(deadArguments);
      function.eraseResults(deadResults);
    };
  }

  private static <K> void add(Map<K, Set<Integer>> all, K key, int position) {
    all.computeIfAbsent(key, _ -> new TreeSet<>()).add(position);
  }

  private Set<Integer> deadPositions(List<? extends Value> values) {
    return IntStream.range(0, values.size()).filter(i -> !live.isLive(values.get(i))).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Value> without(List<Value> values, Set<Integer> positions) {
    return IntStream.range(0, values.size()).filter(i -> !positions.contains(i)).mapToObj(values::get).toList();
  }

  /** Puts in the place of {@code op} one without some of its results; its regions move. */
  private static void eraseResults(Operation op, Set<Integer> positions) {
    var state = OperationState.of(op.definition(), op.location()).operands(op.operands()).attributes(op.attributes());
    var kept = op.results().stream().filter(result -> !positions.contains(result.index())).toList();
    kept.forEach(result -> state.result(result.type()));
    op.regions().forEach(region -> state.addRegion().takeBody(region));
    var smaller = op.definition().instantiate(state);
    smaller.insertBefore(op);
    for (int i = 0; i < kept.size(); i++) {
      kept.get(i).replaceAllUsesWith(smaller.result(i));
    }
    op.erase();
  }
}

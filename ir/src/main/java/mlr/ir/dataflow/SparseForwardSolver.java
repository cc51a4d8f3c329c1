package mlr.ir.dataflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.analysis.CallGraph;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.interfaces.RegionBranchInterface;
import mlr.ir.interfaces.RegionEdge;

/**
 * Carries facts from operands to results until they stand still, along the ways that control can take: the sparse conditional
 * algorithm of Wegman and Zadeck (1991), over branches, regions and calls within the root. A callable that is public, or named
 * elsewhere than in calls, has boundary facts for arguments; so have the regions of operations of which it is not known
 * how they run.
 */
public final class SparseForwardSolver<F> implements SparseFacts<F> {
  private static final String DEBUG_TYPE = "dataflow";

  /** How often a fact may rise before it is widened. */
  private static final int RISES = 8;

  private final SparseForwardAnalysis<F> analysis;
  private final CallGraph calls;
  private final F initial;
  private final Map<Value, F> facts = new IdentityHashMap<>();
  private final Map<Value, Integer> rises = new IdentityHashMap<>();
  private final Map<Operation, List<F>> returns = new IdentityHashMap<>();
  private final Set<Block> executable = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<Operation> pending = new ArrayDeque<>();
  private final Set<Operation> isPending = Collections.newSetFromMap(new IdentityHashMap<>());

  private final DebugLog debug;
  private final boolean isLogging;

  private SparseForwardSolver(SparseForwardAnalysis<F> analysis, Operation root, CallGraph calls, DebugLog debug) {
    this.debug = debug;
    this.isLogging = debug.isOn(DEBUG_TYPE);
    this.analysis = analysis;
    this.calls = calls;
    this.initial = analysis.newInitialFact();
    enterRegions(root);
    while (!pending.isEmpty()) {
      var op = pending.remove();
      isPending.remove(op);
      visit(op);
    }
  }

  /** Solves an analysis for what is in {@code root}; {@code debug} hears of every fact that rises, under the type {@code dataflow}. */
  public static <F> SparseFacts<F> solve(SparseForwardAnalysis<F> analysis, Operation root, DebugLog debug) {
    return new SparseForwardSolver<>(analysis, root, new CallGraph(root), debug);
  }

  @Override
  public F fact(Value value) {
    return facts.getOrDefault(value, initial);
  }

  @Override
  public boolean isExecutable(Block block) {
    return executable.contains(block);
  }

  private List<F> factsOf(List<? extends Value> values) {
    var all = new ArrayList<F>(values.size());
    for (var value : values) {
      all.add(fact(value));
    }
    return all;
  }

  private void visit(Operation op) {
    if (op instanceof RegionBranchInterface branch) {
      takeRegions(op, branch, Optional.empty(), op);
    } else {
      if (!(op instanceof CallableInterface) || !calls.hasOnlyKnownCallers(op)) {
        enterRegions(op);
      }
      var target = calls.target(op).filter(callable -> !body(callable).isEmpty());
      if (target.isPresent()) {
        call(op, target.get());
      } else if (op.resultCount() > 0) {
        raise(op.results(), analysis.transferNode(op, factsOf(op.operands())));
      }
    }
    if (!op.successors().isEmpty()) {
      branch(op);
    } else if (op.definition().isTerminator()) {
      leave(op);
    }
  }

  /** Control enters the regions of {@code op}, and nothing is known of how. */
  private void enterRegions(Operation op) {
    for (var region : op.regions()) {
      if (!region.isEmpty()) {
        enterBlock(region.entry());
        region.entry().arguments().forEach(argument -> raise(argument, analysis.newBoundaryFact(argument)));
      }
    }
  }

  /**
   * Control leaves the entry of {@code op}, or one of its regions, at {@code end}. An operand that nothing has reached yet means
   * that control has not come here either.
   */
  private void takeRegions(Operation op, RegionBranchInterface branch, Optional<Region> from, Operation end) {
    if (!isReached(end)) {
      return;
    }
    for (var edge : branch.edges(this::constant)) {
      if (edge.source().equals(from)) {
        for (int i = 0; i < edge.inputs().size(); i++) {
          raise(edge.inputs().get(i), fact(edge.operands().get(i).get()));
        }
        edge.target().ifPresent(region -> enterBlock(region.entry()));
      }
    }
    if (from.isEmpty()) {
      giveOwnArguments(op, branch.edges());
    }
  }

  /** Arguments that no edge gives a value: the operation does. */
  private void giveOwnArguments(Operation op, List<RegionEdge> edges) {
    for (var region : op.regions()) {
      if (!region.isEmpty()) {
        var given = edges.stream().filter(edge -> edge.target().equals(Optional.of(region))).findFirst().map(RegionEdge::inputs).orElse(List.of());
        for (var argument : region.entry().arguments()) {
          if (!given.contains(argument)) {
            raise(argument, analysis.argumentFact(op, argument, factsOf(op.operands())));
          }
        }
      }
    }
  }

  private void call(Operation op, Operation callable) {
    if (calls.hasOnlyKnownCallers(callable)) {
      var entry = body(callable).entry();
      raise(entry.arguments(), factsOf(((CallInterface) op).arguments()));
      enterBlock(entry);
    }
    var results = returns.get(callable);
    if (results != null) {
      raise(op.results(), results);
    }
  }

  private static Region body(Operation callable) {
    return ((CallableInterface) callable).callableRegion();
  }

  private void branch(Operation op) {
    if (!isReached(op)) {
      return;
    }
    var only = op instanceof BranchInterface branch ? branch.successorFor(this::constant) : Optional.<Integer>empty();
    for (int i = 0; i < op.successors().size(); i++) {
      var successor = op.successors().get(i);
      if (only.isPresent() && only.get() != i) {
        continue;
      }
      if (op instanceof BranchInterface branch) {
        raise(successor.arguments(), factsOf(branch.successorOperands(i)));
      } else {
        successor.arguments().forEach(argument -> raise(argument, analysis.newBoundaryFact(argument)));
      }
      enterBlock(successor);
    }
  }

  private boolean isReached(Operation op) {
    for (int i = 0; i < op.operandCount(); i++) {
      if (!facts.containsKey(op.operand(i))) {
        return false;
      }
    }
    return true;
  }

  private Optional<Attribute> constant(Value value) {
    return analysis.constant(value, fact(value));
  }

  /** A terminator ends a region. */
  private void leave(Operation terminator) {
    var parent = terminator.parentOp();
    if (parent.isEmpty()) {
      return;
    }
    if (parent.get() instanceof RegionBranchInterface branch) {
      takeRegions(parent.get(), branch, terminator.parentRegion(), terminator);
    } else if (parent.get() instanceof CallableInterface && terminator.definition().hasTrait(Trait.RETURN_LIKE)) {
      var before = returns.get(parent.get());
      var after = factsOf(terminator.operands());
      if (before != null) {
        for (int i = 0; i < after.size(); i++) {
          after.set(i, analysis.meet(before.get(i), fact(terminator.operand(i))));
        }
      }
      if (!after.equals(before)) {
        returns.put(parent.get(), after);
        calls.callers(parent.get()).forEach(this::revisit);
      }
    }
  }

  private void enterBlock(Block block) {
    if (executable.add(block)) {
      for (var op : block) {
        enqueue(op);
      }
    }
  }

  private void revisit(Operation op) {
    if (op.block().filter(executable::contains).isPresent()) {
      enqueue(op);
    }
  }

  private void enqueue(Operation op) {
    if (isPending.add(op)) {
      pending.add(op);
    }
  }

  private void raise(List<? extends Value> values, List<F> newFacts) {
    for (int i = 0; i < Math.min(values.size(), newFacts.size()); i++) {
      raise(values.get(i), newFacts.get(i));
    }
  }

  private void raise(Value value, F fact) {
    var before = facts.get(value);
    var after = before == null ? fact : analysis.meet(before, fact);
    if (after.equals(before) || before == null && after.equals(initial)) {
      return;
    }
    if (before != null && rises.merge(value, 1, Integer::sum) > RISES) {
      after = analysis.widen(value, before, after);
    }
    if (isLogging) {
      log(value, before == null ? initial : before, after);
    }
    facts.put(value, after);
    value.users().forEach(this::revisit);
  }

  private void log(Value value, F before, F after) {
    debug.log(DEBUG_TYPE, () -> switch (value) {
      case OpResult result -> "result #" + result.index() + " of '" + result.owner().name() + "'";
      case BlockArgument argument -> "argument #" + argument.index() + argument.owner().parentOp().map(op -> " of a block in '" + op.name() + "'").orElse("");
    } + ": " + before + " -> " + after);
  }
}

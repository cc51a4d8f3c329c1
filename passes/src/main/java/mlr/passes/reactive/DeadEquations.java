package mlr.passes.reactive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mlr.dialects.reactive.AssertOp;
import mlr.dialects.reactive.CallOp;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.ReturnOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.SegmentYieldOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.ThenYieldOp;
import mlr.dialects.reactive.YieldOp;
import mlr.ir.OpBuilder;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.OpDefinition;

/** Finds what no output, assertion or external call depends on, circles through memory included, and takes it out. */
final class DeadEquations {
  private final NodeOp node;
  private final Set<Operation> liveOps = new HashSet<>();
  private final Set<Value> liveValues = new HashSet<>();
  private final Deque<Value> pending = new ArrayDeque<>();

  DeadEquations(NodeOp node) {
    this.node = node;
  }

  /** Returns the number of operations taken out. */
  long drop() {
    for (var op : node.collect(Operation.class)) {
      if (op instanceof AssertOp || op instanceof CallOp || op instanceof InstanceOp || op instanceof ReturnOp) {
        markOperation(op);
      }
    }
    while (!pending.isEmpty()) {
      follow(pending.pop());
    }
    var dead = new ArrayList<Operation>();
    collect(node, dead);
    dropResults();
    dead.forEach(Operation::dropAllReferences);
    dead.forEach(Operation::erase);
    return dead.size();
  }

  private void mark(Value value) {
    if (liveValues.add(value)) {
      pending.push(value);
    }
  }

  /** An operation that runs needs its operands, and the operations around it to run. */
  private void markOperation(Operation op) {
    if (op == node || !liveOps.add(op)) {
      return;
    }
    op.parentOp().ifPresent(this::markOperation);
    if (op instanceof ThenOp then) {
      mark(((SegmentOp) then.parentOp().orElseThrow()).last());
    }
    if (op instanceof SegmentOp segment) {
      segment.yield().until().ifPresent(this::mark);
      segment.then().filter(_ -> !segment.carries().isEmpty()).ifPresent(then -> {
        markOperation(then);
        then.yield().next().forEach(this::mark);
      });
    }
    boolean isRegionEnd = op instanceof YieldOp || op instanceof SegmentYieldOp || op instanceof ThenYieldOp;
    if (!isRegionEnd) {
      op.operands().forEach(this::mark);
      insideOf(op).forEach(this::mark);
    }
  }

  /** What the regions of an operation that is no block of equations, a tensor operation say, use. */
  private static List<Value> insideOf(Operation op) {
    if (Equations.areIn(op)) {
      return List.of();
    }
    var used = new ArrayList<Value>();
    op.regions().forEach(region -> region.blocks().forEach(block -> block.forEach(inner -> inner.walk(nested -> used.addAll(nested.operands())))));
    return used;
  }

  private void follow(Value value) {
    if (value instanceof OpResult result) {
      markOperation(result.owner());
      switch (result.owner()) {
        case ResetOp reset -> mark(reset.body().last().orElseThrow().operand(result.index()));
        case SegmentOp segment -> mark(segment.yield().outs().get(result.index()));
        case ThenOp then -> mark(then.yield().outs().get(result.index()));
        default -> { }
      }
    } else {
      value.parentBlock().flatMap(block -> block.parentOp()).ifPresent(this::markOperation);
    }
  }

  private void collect(Operation parent, List<Operation> dead) {
    for (var region : parent.regions()) {
      for (var block : region.blocks()) {
        for (var op : block) {
          if (op.definition().isTerminator()) {
            continue;
          }
          if (!liveOps.contains(op)) {
            dead.add(op);
          } else if (Equations.areIn(op)) {
            collect(op, dead);
          }
        }
      }
    }
  }

  /** Gives live blocks of equations only the results that somebody uses; outer ones first, so that what is left uses of a dead result is dead. */
  private void dropResults() {
    for (var op : node.collect(Operation.class)) {
      if (op != node && Equations.areIn(op) && liveOps.contains(op) && op.results().stream().anyMatch(result -> !liveValues.contains(result))) {
        narrow(op);
      }
    }
  }

  private void narrow(Operation op) {
    var kept = op.results().stream().filter(liveValues::contains).toList();
    var end = op.region(0).entry().last().orElseThrow();
    int before = end.operandCount() - op.resultCount();
    for (int i = op.resultCount() - 1; i >= 0; i--) {
      if (!liveValues.contains(op.result(i))) {
        end.eraseOperand(before + i);
      }
    }
    if (!(end instanceof YieldOp)) {
      end.setAttribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(before, kept.size()));
    }
    var state = OperationState.of(op.definition(), op.location()).operands(op.operands()).results(kept.stream().map(Value::type).toList()).attributes(op.attributes());
    state.addRegion().takeBody(op.region(0));
    var narrowed = OpBuilder.before(op).create(state);
    for (int i = 0; i < kept.size(); i++) {
      kept.get(i).replaceAllUsesWith(narrowed.result(i));
    }
    op.results().stream().filter(result -> !liveValues.contains(result)).forEach(DeadEquations::dropUses);
    op.erase();
  }

  /** Dead users are about to go; until then they may use anything of the type. */
  private static void dropUses(Value result) {
    result.uses().forEach(use -> use.owner().dropAllReferences());
  }
}

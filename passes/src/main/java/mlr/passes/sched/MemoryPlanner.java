package mlr.passes.sched;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mlr.dialects.sched.MachineOp;
import mlr.dialects.sched.OutputOp;
import mlr.dialects.sched.StoreOp;
import mlr.dialects.sched.SweepOp;
import mlr.dialects.sched.WriteOp;
import mlr.dialects.sched.YieldOp;
import mlr.ir.OpOperand;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.passes.tensor.TensorFusion;

/**
 * Plans where one machine keeps its tensors within an instant. Values read from slots and buffers stay there unless they are overwritten
 * too early; values that end in a slot, buffer, output or result are computed there where nobody still reads the old contents; all
 * others get a place in the arena for as long as they are read.
 */
final class MemoryPlanner {
  private final MachineOp machine;
  private final TensorFusion fusion;
  private final Positions positions;
  private final Hazards hazards;
  private final List<Arena.Block> blocks = new ArrayList<>();
  private final Map<Value, Arena.Block> results = new LinkedHashMap<>();
  private final Map<OpOperand, Arena.Block> yields = new IdentityHashMap<>();

  private MemoryPlanner(MachineOp machine) {
    this.machine = machine;
    this.fusion = TensorFusion.of(machine);
    this.positions = new Positions(machine.body());
    this.hazards = new Hazards(machine, positions, fusion);
  }

  /** Plans {@code machine} anew; the plan stands in its attributes afterwards. */
  static MemoryPlanner plan(MachineOp machine) {
    machine.walk(PlanAttributes::remove);
    var planner = new MemoryPlanner(machine);
    planner.chooseDirect();
    planner.collect();
    planner.allowInPlace();
    machine.setScratchBytes(new Arena().place(planner.blocks));
    machine.walkPreOrder(planner::annotate);
    return planner;
  }

  private void chooseDirect() {
    machine.walkPreOrder(op -> {
      for (var result : op.results()) {
        if (fusion.isStored(result)) {
          result.uses().reversed().stream().filter(use -> allowsDirect(result, use)).findFirst().ifPresent(use -> {
            hazards.makeDirect(result, use.owner());
            PlanAttributes.setDirect(use);
          });
        }
      }
    });
  }

  private boolean allowsDirect(OpResult result, OpOperand use) {
    var consumer = use.owner();
    if (!consumer.block().equals(result.owner().block())) {
      return false;
    }
    return switch (consumer) {
      case WriteOp _, OutputOp _ -> hazards.allowsDirect(result, consumer, Place.writtenBy(consumer).orElseThrow());
      case StoreOp store -> positions.definition(store.index()) < positions.start(result.owner())
          && hazards.allowsDirect(result, store, Place.writtenBy(store).orElseThrow());
      case YieldOp end -> switch (end.parentOp().orElseThrow()) {
        case SweepOp sweep -> carriedIsFree(sweep, result, use.index());
        default -> true;
      };
      default -> false;
    };
  }

  /** Whether nobody reads what a sweep carries at {@code index} once {@code result}, the value for its next step, is being computed. */
  private boolean carriedIsFree(SweepOp sweep, OpResult result, int index) {
    var carried = sweep.carried().get(index);
    int begin = positions.start(result.owner());
    int last = hazards.last(carried);
    return last < begin || last == begin && hazards.mayReplace(result, carried);
  }

  private void collect() {
    hazards.copies().forEach(reference -> add(reference.op().result(), reference.start(), reference.last()));
    machine.walkPreOrder(op -> {
      for (var result : op.results()) {
        if (fusion.isStored(result) && PlanAttributes.directUse(result).isEmpty()) {
          add(result, positions.start(op), Math.max(positions.end(op), hazards.last(result)));
        }
      }
      if (op instanceof YieldOp end && end.parentOp().orElseThrow() instanceof SweepOp sweep) {
        end.opOperands().stream().filter(operand -> mustWait(sweep, end, operand)).forEach(operand -> {
          var block = new Arena.Block(StructLayout.bytes(operand.get().type()), positions.start(end), positions.start(end));
          blocks.add(block);
          yields.put(operand, block);
        });
      }
    });
  }

  private void add(Value value, int start, int end) {
    var block = new Arena.Block(StructLayout.bytes(value.type()), start, end);
    blocks.add(block);
    results.put(value, block);
  }

  /** Whether the yielded value lies in the memory of another carried value, which the same yield overwrites. */
  private boolean mustWait(SweepOp sweep, YieldOp end, OpOperand operand) {
    int source = sweep.carried().indexOf(fusion.root(operand.get()));
    return TensorFusion.isTensor(operand.get()) && source >= 0 && source != operand.index() && fusion.root(end.operand(source)) != sweep.carried().get(source);
  }

  /** Lets a value take the place of one whose elements it is computed from, each before it is overwritten. */
  private void allowInPlace() {
    results.forEach((value, block) -> 
        results.forEach((operand, candidate) -> {
          if (candidate != block && hazards.mayReplace((OpResult) value, operand)) {
            block.mayReplace(candidate);
          }
        }));
  }

  private void annotate(Operation op) {
    if (op instanceof YieldOp) {
      PlanAttributes.setScratch(op, offsets(op.opOperands().stream().map(yields::get)));
    } else if (op.resultCount() == 1) {
      Optional.ofNullable(results.get(op.result())).ifPresent(block -> PlanAttributes.setScratch(op, block.offset()));
    } else {
      PlanAttributes.setScratch(op, offsets(op.results().stream().map(results::get)));
    }
  }

  private static long[] offsets(Stream<Arena.Block> blocks) {
    return blocks.mapToLong(block -> block == null ? -1 : block.offset()).toArray();
  }

  /** Reports the plan as remarks at the values it is about. */
  void print(DiagnosticEngine diagnostics) {
    results.forEach((value, block) -> diagnostics.remark(value.location(),
        value.type() + " in scratch bytes " + block.offset() + " to " + (block.offset() + block.bytes() - 1)));
    machine.walkPreOrder(op -> op.opOperands().stream().filter(PlanAttributes::isDirect).forEach(use ->
        diagnostics.remark(use.get().location(), use.get().type() + " computed in place for '" + op.name() + "'")));
    diagnostics.remark(machine.location(), "machine @" + machine.symbol() + " needs " + machine.scratchBytes() + " bytes of scratch");
  }
}

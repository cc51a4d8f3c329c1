package mlr.passes.tensortoloops;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.sched.BufferRefOp;
import mlr.dialects.sched.CollectOp;
import mlr.dialects.sched.GuardOp;
import mlr.dialects.sched.InputOp;
import mlr.dialects.sched.InputRefOp;
import mlr.dialects.sched.LoadOp;
import mlr.dialects.sched.MachineOp;
import mlr.dialects.sched.OutputOp;
import mlr.dialects.sched.OutputRefOp;
import mlr.dialects.sched.ReadOp;
import mlr.dialects.sched.ScratchOp;
import mlr.dialects.sched.SlotRefOp;
import mlr.dialects.sched.StoreOp;
import mlr.dialects.sched.SweepOp;
import mlr.dialects.sched.WriteOp;
import mlr.dialects.sched.YieldOp;
import mlr.ir.BlockArgument;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.OpOperand;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.types.MemRefType;
import mlr.passes.sched.PlanAttributes;
import mlr.passes.tensor.TensorFusion;

/** Lowers a machine: tensors lie in slots, buffers, ports and the scratch arena as the memory plan says. */
final class MachineLowering extends RegionLowering {
  /** For guards and sweeps, the memory of each result that is a tensor. */
  private final Map<Operation, Map<Integer, Value>> resultMemory = new IdentityHashMap<>();
  private final List<BlockArgument> carried = new ArrayList<>();

  private MachineLowering(MachineOp machine, LoweringOptions options) {
    super(machine, options);
  }

  static void lower(MachineOp machine, LoweringOptions options) {
    var lowering = new MachineLowering(machine, options);
    lowering.lower(machine.body());
    lowering.finish();
    machine.walk(PlanAttributes::remove);
  }

  @Override
  void finish() {
    super.finish();
    carried.reversed().forEach(argument -> argument.parentBlock().orElseThrow().eraseArgument(argument.index()));
  }

  @Override
  public Value destination(OpResult result, OpBuilder builder) {
    var location = result.location();
    var type = TensorMemory.type(result);
    var direct = PlanAttributes.directUse(result);
    if (direct.isPresent()) {
      return reference(direct.get(), type, location, builder);
    }
    long offset = PlanAttributes.scratch(result.owner(), result.index()).orElseThrow(() ->
        new IllegalStateException("no memory is planned for the result of " + result.owner().name() + "; the machine changed after plan-memory"));
    return scratch(offset, type, location, builder);
  }

  /** The memory in which {@code use} wants its value. */
  private Value reference(OpOperand use, MemRefType type, Location location, OpBuilder builder) {
    return switch (use.owner()) {
      case WriteOp write -> builder.create(SlotRefOp.DEFINITION, location, List.of(write.slot()), List.of(type)).result();
      case StoreOp store -> builder.create(BufferRefOp.DEFINITION, location, List.of(store.buffer(), store.index()), List.of(type)).result();
      case OutputOp output -> builder.create(OutputRefOp.DEFINITION, location, List.of(), List.of(type), Map.of("port", new StringAttr(output.port()))).result();
      case YieldOp end -> resultMemory.get(end.parentOp().orElseThrow()).get(use.index());
      default -> throw new IllegalStateException(use.owner().name() + " has no memory for its operand");
    };
  }

  private static Value scratch(long offset, MemRefType type, Location location, OpBuilder builder) {
    return builder.create(ScratchOp.DEFINITION, location, List.of(), List.of(type), Map.of("offset", IntegerAttr.i64(offset))).result();
  }

  @Override
  public Value constant(mlr.dialects.arith.ConstantOp constant) {
    return OpBuilder.before(constant).create(mlr.dialects.sched.ConstantOp.DEFINITION, constant.location(), List.of(),
        List.of(TensorMemory.type(constant.result())), Map.of("value", constant.value())).result();
  }

  @Override
  public Value argument(BlockArgument argument) {
    throw new IllegalStateException("a tensor enters a block of " + argument.parentBlock().flatMap(b -> b.parentOp()).map(Operation::name).orElse("nothing"));
  }

  @Override
  void lowerOwn(Operation op, OpBuilder builder) {
    var location = op.location();
    switch (op) {
      case ReadOp read when TensorFusion.isTensor(read.result()) ->
        defineRead(read, builder.create(SlotRefOp.DEFINITION, location, List.of(read.slot()), List.of(TensorMemory.type(read.result()))).result(), builder);
      case LoadOp load when TensorFusion.isTensor(load.result()) ->
        defineRead(load, builder.create(BufferRefOp.DEFINITION, location, load.operands(), List.of(TensorMemory.type(load.result()))).result(), builder);
      case InputOp input when TensorFusion.isTensor(input.result()) ->
        define(input, builder.create(InputRefOp.DEFINITION, location, List.of(), List.of(TensorMemory.type(input.result())), Map.of("port", new StringAttr(input.port()))).result());
      case WriteOp write when TensorFusion.isTensor(write.value()) -> put(write.opOperand(0), builder);
      case StoreOp store when TensorFusion.isTensor(store.value()) -> put(store.opOperand(0), builder);
      case OutputOp output when TensorFusion.isTensor(output.value()) -> put(output.opOperand(0), builder);
      case CollectOp collect -> {
        CollectLowering.emit(collect, memory.define(collect.result(), builder), builder);
        drop(collect);
      }
      case GuardOp guard -> lower(guard, builder);
      case SweepOp sweep -> lower(sweep, builder);
      case YieldOp end -> lower(end, builder);
      default -> op.regions().forEach(region -> region.blocks().forEach(this::lower));
    }
  }

  /** A tensor in other memory is read where it lies, or from a copy where the plan says that it is overwritten too early. */
  private void defineRead(Operation read, Value source, OpBuilder builder) {
    var offset = PlanAttributes.scratch(read, 0);
    define(read, source);
    if (offset.isPresent()) {
      var copy = scratch(offset.getAsLong(), (MemRefType) source.type(), read.location(), builder);
      tensors.copy(read.result(), copy, read.location(), builder);
      memory.put(read.result(), copy);
    }
  }

  private void put(OpOperand use, OpBuilder builder) {
    if (!PlanAttributes.isDirect(use)) {
      var location = use.owner().location();
      tensors.copy(use.get(), reference(use, TensorMemory.type(use.get()), location, builder), location, builder);
    }
    drop(use.owner());
  }

  private void defineResults(Operation op, OpBuilder builder) {
    var all = new IdentityHashMap<Integer, Value>();
    op.results().stream().filter(TensorFusion::isTensor).forEach(result -> all.put(result.index(), memory.define(result, builder)));
    resultMemory.put(op, all);
  }

  private void lower(GuardOp guard, OpBuilder builder) {
    defineResults(guard, builder);
    guard.regions().forEach(region -> region.blocks().forEach(this::lower));
    var scalars = guard.results().stream().filter(result -> !TensorFusion.isTensor(result)).toList();
    var state = OperationState.of(GuardOp.DEFINITION, guard.location()).operand(guard.condition()).results(scalars.stream().map(Value::type).toList());
    guard.regions().forEach(region -> state.addRegion().takeBody(region));
    replaceScalars(guard, scalars, builder.create(state));
  }

  private void lower(SweepOp sweep, OpBuilder builder) {
    defineResults(sweep, builder);
    var scalars = sweep.results().stream().filter(result -> !TensorFusion.isTensor(result)).toList();
    sweep.results().stream().filter(TensorFusion::isTensor).forEach(result -> {
      var memref = memory.get(result);
      tensors.copy(sweep.initial().get(result.index()), memref, sweep.location(), builder);
      memory.put(sweep.carried().get(result.index()), memref);
      carried.add(sweep.carried().get(result.index()));
    });
    lower(sweep.body());
    var state = OperationState.of(SweepOp.DEFINITION, sweep.location()).operand(sweep.count())
        .operands(scalars.stream().map(result -> sweep.initial().get(result.index())).toList())
        .results(scalars.stream().map(Value::type).toList()).attributes(sweep.attributes());
    state.addRegion().takeBody(sweep.region(0));
    replaceScalars(sweep, scalars, builder.create(state));
  }

  private void replaceScalars(Operation op, List<OpResult> scalars, Operation replacement) {
    for (int i = 0; i < scalars.size(); i++) {
      scalars.get(i).replaceAllUsesWith(replacement.result(i));
    }
    drop(op);
  }

  /** Brings yielded tensors to the memory of the results; those that others overwrite meanwhile wait in the arena. */
  private void lower(YieldOp end, OpBuilder builder) {
    var targets = resultMemory.get(end.parentOp().orElseThrow());
    var location = end.location();
    var uses = end.opOperands().stream().filter(use -> TensorFusion.isTensor(use.get()) && !PlanAttributes.isDirect(use)).toList();
    Map<OpOperand, Value> waiting = new IdentityHashMap<>();
    for (var use : uses) {
      PlanAttributes.scratch(end, use.index()).ifPresent(offset -> {
        var place = scratch(offset, TensorMemory.type(use.get()), location, builder);
        tensors.copy(use.get(), place, location, builder);
        waiting.put(use, place);
      });
    }
    for (var use : uses) {
      if (waiting.containsKey(use)) {
        tensors.copyMemory(waiting.get(use), targets.get(use.index()), location, builder);
      } else {
        tensors.copy(use.get(), targets.get(use.index()), location, builder);
      }
    }
    var scalars = end.values().stream().filter(value -> !TensorFusion.isTensor(value)).toList();
    builder.create(OperationState.of(YieldOp.DEFINITION, location).operands(scalars));
    drop(end);
  }
}

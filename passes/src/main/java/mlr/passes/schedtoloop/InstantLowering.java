package mlr.passes.schedtoloop;

import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerArithmetic.MulIOp;
import mlr.dialects.arith.IntegerArithmetic.SubIOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.func.CallOp;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.IfOp;
import mlr.dialects.loop.YieldOp;
import mlr.dialects.memref.ViewOp;
import mlr.dialects.sched.AssertOp;
import mlr.dialects.sched.BufferOp;
import mlr.dialects.sched.BufferRefOp;
import mlr.dialects.sched.GuardOp;
import mlr.dialects.sched.InputOp;
import mlr.dialects.sched.InputRefOp;
import mlr.dialects.sched.LoadOp;
import mlr.dialects.sched.OutputOp;
import mlr.dialects.sched.OutputRefOp;
import mlr.dialects.sched.ReadOp;
import mlr.dialects.sched.ScratchOp;
import mlr.dialects.sched.SlotOp;
import mlr.dialects.sched.SlotRefOp;
import mlr.dialects.sched.StoreOp;
import mlr.dialects.sched.SweepOp;
import mlr.dialects.sched.WriteOp;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.StringAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.MemRefType;
import mlr.passes.sched.StructLayout;
import mlr.passes.tensortoloops.Elements;

/**
 * Turns the actions of an instant, which have become the body of {@code f_step}, into loops and memory accesses in place.
 *
 * @param checked whether assertions stay
 */
record InstantLowering(MachineLayout layout, ConstantTable constants, StateView views, Value state, Value in, Value out, boolean checked) {

  /** Lowers all operations of {@code block} and below. */
  void lower(Block block) {
    for (var op : block.operations()) {
      op.regions().forEach(region -> region.blocks().forEach(this::lower));
      lower(op, OpBuilder.before(op));
    }
  }

  private void lower(Operation op, OpBuilder builder) {
    var location = op.location();
    switch (op) {
      case ReadOp read -> replace(read, load(slot(read.slot(), location), List.of(), read, builder));
      case WriteOp write -> store(write.value(), slot(write.slot(), location), List.of(), write, builder);
      case LoadOp load -> replace(load, load(buffer(load.buffer(), location), List.of(load.index()), load, builder));
      case StoreOp store -> store(store.value(), buffer(store.buffer(), location), List.of(store.index()), store, builder);
      case InputOp input -> replace(input, load(input(input.port(), location), List.of(), input, builder));
      case OutputOp output -> store(output.value(), output(output.port(), location), List.of(), output, builder);
      case SlotRefOp ref -> replace(ref, slot(ref.slot(), location));
      case BufferRefOp ref -> replace(ref, element(ref, builder));
      case InputRefOp ref -> replace(ref, input(ref.port(), location));
      case OutputRefOp ref -> replace(ref, output(ref.port(), location));
      case ScratchOp ref -> replace(ref, views.at(state, layout.scratchOffset() + ref.offset(), (MemRefType) ref.result().type(), location));
      case mlr.dialects.sched.ConstantOp constant -> replace(constant, constants.get(constant.value(), location, builder));
      case mlr.dialects.sched.CallOp call -> {
        var lowered = builder.create(CallOp.of(call.callee().root(), call.arguments(), call.resultTypes(), location));
        replace(call, lowered.results());
      }
      case AssertOp claim -> {
        if (checked) {
          builder.create(OperationState.of(mlr.dialects.cf.AssertOp.DEFINITION, location).operand(claim.condition()).attribute("msg", new StringAttr(claim.message())));
        }
        claim.erase();
      }
      case GuardOp guard -> lower(guard, builder);
      case SweepOp sweep -> lower(sweep, builder);
      default -> { }
    }
  }

  private static void replace(Operation op, Value value) {
    replace(op, List.of(value));
  }

  private static void replace(Operation op, List<? extends Value> values) {
    op.replaceAllUsesWith(values);
    op.erase();
  }

  private static Value load(Value memref, List<Value> indices, Operation op, OpBuilder builder) {
    return Elements.load(memref, indices, op.location(), builder);
  }

  private static void store(Value value, Value memref, List<Value> indices, Operation op, OpBuilder builder) {
    Elements.store(value, memref, indices, op.location(), builder);
    op.erase();
  }

  private Value slot(Value slot, Location location) {
    var declaration = (SlotOp) slot.definingOp().orElseThrow();
    return views.at(state, layout.offsets().get(declaration), StateView.memref(declaration.type().element()), location);
  }

  private Value buffer(Value buffer, Location location) {
    var declaration = (BufferOp) buffer.definingOp().orElseThrow();
    return views.at(state, layout.offsets().get(declaration), MemRefType.of(declaration.type().element(), declaration.type().capacity()), location);
  }

  private Value input(String port, Location location) {
    var placed = layout.input(port);
    return views.at(in, placed.offset(), StateView.memref(placed.type()), location);
  }

  private Value output(String port, Location location) {
    var placed = layout.output(port);
    return views.at(out, placed.offset(), StateView.memref(placed.type()), location);
  }

  /** The memory of a tensor in a buffer, whose address depends on its index. */
  private Value element(BufferRefOp ref, OpBuilder builder) {
    var location = ref.location();
    var declaration = (BufferOp) ref.buffer().definingOp().orElseThrow();
    var bytes = index(StructLayout.bytes(declaration.type().element()), location, builder);
    var start = index(layout.offsets().get(declaration), location, builder);
    var offset = builder.create(AddIOp.DEFINITION, location, start, builder.create(MulIOp.DEFINITION, location, ref.index(), bytes).result()).result();
    return builder.create(ViewOp.of(state, offset, (MemRefType) ref.result().type(), location)).result();
  }

  private static void lower(GuardOp guard, OpBuilder builder) {
    boolean withElse = guard.elseBlock().isPresent() || guard.resultCount() > 0;
    var choice = (IfOp) builder.create(IfOp.of(guard.condition(), guard.resultTypes(), withElse, guard.location()));
    moveBody(guard.thenBlock(), choice.thenRegion().entry());
    if (guard.elseBlock().isPresent()) {
      moveBody(guard.elseBlock().get(), choice.elseRegion().entry());
    } else if (withElse) {
      var otherwise = OpBuilder.atEnd(choice.elseRegion().entry());
      var zeros = guard.resultTypes().stream().map(type -> otherwise.create(ConstantOp.of(zero(type), guard.location())).result()).toList();
      otherwise.create(YieldOp.of(zeros, guard.location()));
    }
    replace(guard, choice.results());
  }

  private static Attribute zero(Type type) {
    return type instanceof FloatType ? Constants.ofFloat(type, 0) : Constants.ofInteger(type, 0);
  }

  private static void lower(SweepOp sweep, OpBuilder builder) {
    var location = sweep.location();
    var one = index(1, location, builder);
    var last = sweep.isBackward() ? builder.create(SubIOp.DEFINITION, location, sweep.count(), one).result() : one;
    var loop = (ForOp) builder.create(ForOp.of(index(0, location, builder), sweep.count(), one, sweep.initial(), location));
    var body = OpBuilder.atEnd(loop.body());
    var position = sweep.isBackward() ? body.create(SubIOp.DEFINITION, location, last, loop.inductionVariable()).result() : loop.inductionVariable();
    sweep.position().replaceAllUsesWith(position);
    for (int i = 0; i < sweep.initial().size(); i++) {
      sweep.carried().get(i).replaceAllUsesWith(loop.carriedArguments().get(i));
    }
    moveBody(sweep.body(), loop.body());
    replace(sweep, loop.results());
  }

  /** Moves the operations of a sched region to the end of a loop region, where its yield becomes the loop's. */
  private static void moveBody(Block from, Block to) {
    var end = from.last().orElseThrow();
    OpBuilder.before(end).create(YieldOp.of(end.operands(), end.location()));
    end.erase();
    from.first().ifPresent(first -> from.splitInto(first, to));
  }

  private static Value index(long value, Location location, OpBuilder builder) {
    return builder.create(ConstantOp.index(value, location)).result();
  }
}

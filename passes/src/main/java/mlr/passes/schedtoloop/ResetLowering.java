package mlr.passes.schedtoloop;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.sched.BufferOp;
import mlr.dialects.sched.MachineOp;
import mlr.dialects.sched.SlotOp;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.MemRefType;
import mlr.passes.tensortoloops.Elements;
import mlr.passes.tensortoloops.LoopNest;

/** Fills the body of {@code f_reset}: each slot gets its initial value, each buffer zeros. */
record ResetLowering(MachineOp machine, MachineLayout layout, ConstantTable constants) {
  void emit(Value state, OpBuilder builder) {
    var views = new StateView(builder);
    for (var slot : machine.collect(SlotOp.class)) {
      var memory = views.at(state, layout.offsets().get(slot), StateView.memref(slot.type().element()), slot.location());
      fill(memory, slot.init(), slot.location(), builder);
    }
    for (var buffer : machine.collect(BufferOp.class)) {
      var element = StateView.memref(buffer.type().element());
      var shape = new ArrayList<Long>(List.of(buffer.type().capacity()));
      shape.addAll(element.shape());
      var memory = views.at(state, layout.offsets().get(buffer), MemRefType.of(element.element(), shape), buffer.location());
      fill(memory, zero(element), buffer.location(), builder);
    }
  }

  private static Attribute zero(MemRefType type) {
    return type.element() instanceof FloatType ? Constants.ofFloat(type.element(), 0) : Constants.ofInteger(type.element(), 0);
  }

  private void fill(Value memory, Attribute value, Location location, OpBuilder builder) {
    var shape = ((MemRefType) memory.type()).shape();
    if (value instanceof DenseElementsAttr elements && !elements.isSplat()) {
      var source = constants.get(elements, location, builder);
      LoopNest.over(shape, location, builder, (inner, indices) -> Elements.store(Elements.load(source, indices, location, inner), memory, indices, location, inner));
    } else {
      var scalar = builder.create(ConstantOp.of(value instanceof DenseElementsAttr elements ? elements.element(0) : value, location)).result();
      LoopNest.over(shape, location, builder, (inner, indices) -> Elements.store(scalar, memory, indices, location, inner));
    }
  }
}

package mlr.passes.tensortoloops;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.tensor.Products.PackedMatvecOp;
import mlr.dialects.vector.BroadcastOp;
import mlr.dialects.vector.LoadOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;
import mlr.passes.tensor.ElementAccess;
import mlr.passes.tensor.TensorFusion;

/**
 * Consecutive elements of vectors that are computed from the outputs of a packed product, one lane each. Everything but the product is
 * pointwise, in memory, or the same in all lanes.
 */
final class BlockLowering {
  private final TensorFusion fusion;
  private final TensorMemory memory;
  private final Value sums;
  private final Value first;
  private final long lanes;
  private final Map<Operation, Value> computed = new IdentityHashMap<>();

  /**
   * The elements from {@code first} on.
   *
   * @param sums the outputs of {@code matvec} there, a lane each
   */
  BlockLowering(TensorFusion fusion, TensorMemory memory, PackedMatvecOp matvec, Value sums, Value first) {
    this.fusion = fusion;
    this.memory = memory;
    this.sums = sums;
    this.first = first;
    this.lanes = ((VectorType) sums.type()).elementCount();
    computed.put(matvec, sums);
  }

  /** The outputs of the product. */
  Value product() {
    return sums;
  }

  /** The elements of {@code operand}, a tensor or a scalar. */
  Value elements(Value operand, Location location, OpBuilder builder) {
    var definition = operand.definingOp();
    var type = VectorType.of(ShapedType.elementOrSelf(operand.type()), lanes);
    if (definition.filter(fusion::isFused).isPresent()) {
      return computed(definition.get(), builder);
    }
    if (!TensorFusion.isTensor(operand)) {
      return builder.create(BroadcastOp.DEFINITION, location, List.of(operand), List.of(type)).result();
    }
    return ElementLowering.splat(operand).<Value>map(constant -> builder.create(ConstantOp.of(constant.withType(type), location)).result())
        .orElseGet(() -> builder.create(OperationState.of(LoadOp.DEFINITION, location).operands(memory.get(operand), first).result(type)).result());
  }

  private Value computed(Operation op, OpBuilder builder) {
    var known = computed.get(op);
    if (known == null) {
      known = ElementAccess.isUniform(op) ? elements(op.operand(0), op.location(), builder) : compute(op, builder);
      computed.put(op, known);
    }
    return known;
  }

  /** The elements of the pointwise {@code op}. */
  Value compute(Operation op, OpBuilder builder) {
    var operands = op.operands().stream().map(operand -> op instanceof SelectOp select && operand == select.condition() && !TensorFusion.isTensor(operand) ? operand
        : elements(operand, op.location(), builder)).toList();
    return ElementLowering.pointwise(op, operands, VectorType.of(ShapedType.elementOrSelf(op.result().type()), lanes), builder);
  }
}

package mlr.dialects.memref;

import java.util.List;
import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Types;
import mlr.ir.interfaces.MemorySlot;
import mlr.ir.interfaces.NamedByMnemonic;
import mlr.ir.interfaces.PromotableAllocation;
import mlr.ir.types.FloatType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** {@code memref.alloca}: memory on the stack. */
public final class AllocaOp extends Operation implements NamedByMnemonic, PromotableAllocation {
  public static final OpDefinition<AllocaOp> DEFINITION = AllocationFormat.define("memref.alloca", AllocaOp.class, AllocaOp::new)
      .summary("stack memory allocation operation")
      .description("""
          Memory without contents that lives until the enclosing function returns. A size operand for each dynamic extent, in order;
          `alignment` in bytes.""")
      .effects(Effect.ALLOCATE).canonicalize(() -> AllocationPatterns.of(AllocaOp.class, "memref.alloca")).build();

  AllocaOp(OperationState state) {
    super(state);
  }

  /** The extents that the type leaves open. */
  public List<Value> dynamicSizes() {
    return AllocationFormat.dynamicSizes(this);
  }

  public MemRefType type() {
    return (MemRefType) result().type();
  }

  @Override
  public Optional<MemorySlot> promotableSlot() {
    boolean single = type().hasStaticShape() && type().elementCount() == 1;
    return single && Types.SCALAR.accepts(ShapedType.elementOrSelf(type().element())) ? Optional.of(new MemorySlot(result(), type().element())) : Optional.empty();
  }

  /** Zero, as upstream has it. */
  @Override
  public Value defaultValue(OpBuilder builder) {
    var element = type().element();
    var zero = ShapedType.elementOrSelf(element) instanceof FloatType ? Constants.ofFloat(element, 0) : Constants.ofInteger(element, 0);
    return builder.create(ConstantOp.of(zero, location())).result();
  }

  /** What makes an allocation of a static type. */
  public static OperationState of(MemRefType type, Location location) {
    return OperationState.of(DEFINITION, location).result(type).attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(0, 0));
  }
}

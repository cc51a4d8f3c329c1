package mlr.dialects.memref;

import java.util.List;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.interfaces.NamedByMnemonic;
import mlr.ir.types.MemRefType;

/** {@code memref.alloc}: memory from the heap. */
public final class AllocOp extends Operation implements NamedByMnemonic {
  public static final OpDefinition<AllocOp> DEFINITION = AllocationFormat.define("memref.alloc", AllocOp.class, AllocOp::new)
      .summary("memory allocation operation")
      .description("""
          Memory without contents that lives until `memref.dealloc`. A size operand for each dynamic extent, in order; `alignment` in
          bytes. Code for boards has none of it.""")
      .effects(Effect.ALLOCATE).canonicalize(() -> AllocationPatterns.of(AllocOp.class, "memref.alloc")).build();

  AllocOp(OperationState state) {
    super(state);
  }

  /** The extents that the type leaves open. */
  public List<Value> dynamicSizes() {
    return AllocationFormat.dynamicSizes(this);
  }

  public MemRefType type() {
    return (MemRefType) result().type();
  }

  /** What makes an allocation of a static type. */
  public static OperationState of(MemRefType type, Location location) {
    return OperationState.of(DEFINITION, location).result(type).attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(0, 0));
  }
}

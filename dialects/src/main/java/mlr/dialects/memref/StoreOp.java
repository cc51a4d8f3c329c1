package mlr.dialects.memref;

import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.interfaces.MemorySlot;
import mlr.ir.interfaces.PromotableAccess;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/** {@code memref.store}: writes an element. */
public final class StoreOp extends Operation implements PromotableAccess {
  private static final OpSpec<StoreOp> SPEC = OpDefinition.named("memref.store", StoreOp.class, StoreOp::new);
  private static final OperandHandle VALUE = SPEC.operand("value", Types.ANY);
  private static final OperandHandle MEMREF = SPEC.operand("memref", Types.MEMREF);
  private static final OperandHandle INDICES = SPEC.variadicOperand("indices", Types.INDEX);

  static {
    SPEC.optionalAttribute("nontemporal", IntegerAttr.class, "hint that the element is not read again soon", IntegerAttr.of(IntegerType.I1));
  }

  public static final OpDefinition<StoreOp> DEFINITION = SPEC.summary("store operation")
      .description("Writes the element at the indices, one for each dimension. An index outside its extent is undefined behaviour.")
      .effects(Effect.WRITE).assembly("$value `,` $memref `[` $indices `]` attr-dict `:` type($memref)")
      .typesMatchWith("memref", "value", type -> ((ShapedType) type).element())
      .verify((op, diagnostics) -> {
        Accesses.checkIndices(op, op.memref(), op.indices(), diagnostics);
        Accesses.checkElement(op, op.memref(), op.value().type(), diagnostics);
      }).canonicalize(CastFolding.into(StoreOp.class, "memref.store")).build();

  StoreOp(OperationState state) {
    super(state);
  }

  public Value value() {
    return VALUE.in(this);
  }

  public Value memref() {
    return MEMREF.in(this);
  }

  public List<Value> indices() {
    return INDICES.all(this);
  }

  @Override
  public boolean accessesOnly(MemorySlot slot) {
    return memref() == slot.pointer() && value() != slot.pointer() && value().type().equals(slot.element());
  }

  @Override
  public Optional<Value> storedValue() {
    return Optional.of(value());
  }
}

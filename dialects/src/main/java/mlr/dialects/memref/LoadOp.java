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

/** {@code memref.load}: reads an element. */
public final class LoadOp extends Operation implements PromotableAccess {
  private static final OpSpec<LoadOp> SPEC = OpDefinition.named("memref.load", LoadOp.class, LoadOp::new);
  private static final OperandHandle MEMREF = SPEC.operand("memref", Types.MEMREF);
  private static final OperandHandle INDICES = SPEC.variadicOperand("indices", Types.INDEX);

  static {
    SPEC.optionalAttribute("nontemporal", IntegerAttr.class, "hint that the element is not read again soon", IntegerAttr.of(IntegerType.I1));
    SPEC.result("result", Types.ANY);
  }

  public static final OpDefinition<LoadOp> DEFINITION = SPEC.summary("load operation")
      .description("The element at the indices, one for each dimension. An index outside its extent is undefined behaviour.")
      .effects(Effect.READ).assembly("$memref `[` $indices `]` attr-dict `:` type($memref)")
      .typesMatchWith("memref", "result", type -> ((ShapedType) type).element())
      .infer(state -> List.of(((ShapedType) state.operands().getFirst().type()).element()))
      .verify((op, diagnostics) -> {
        Accesses.checkIndices(op, op.memref(), op.indices(), diagnostics);
        Accesses.checkElement(op, op.memref(), op.result().type(), diagnostics);
      }).canonicalize(CastFolding.into(LoadOp.class, "memref.load")).build();

  LoadOp(OperationState state) {
    super(state);
  }

  public Value memref() {
    return MEMREF.in(this);
  }

  public List<Value> indices() {
    return INDICES.all(this);
  }

  @Override
  public boolean accessesOnly(MemorySlot slot) {
    return memref() == slot.pointer() && result().type().equals(slot.element());
  }

  @Override
  public Optional<Value> storedValue() {
    return Optional.empty();
  }
}

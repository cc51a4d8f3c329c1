package mlr.dialects.vector;

import java.util.List;
import mlr.dialects.memref.Accesses;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.types.IntegerType;

/** {@code vector.store}: writes consecutive elements. */
public final class StoreOp extends Operation {
  private static final OpSpec<StoreOp> SPEC = OpDefinition.named("vector.store", StoreOp.class, StoreOp::new);
  private static final OperandHandle VALUE = SPEC.operand("valueToStore", Types.VECTOR);
  private static final OperandHandle BASE = SPEC.operand("base", Types.MEMREF);
  private static final OperandHandle INDICES = SPEC.variadicOperand("indices", Types.INDEX);

  static {
    SPEC.optionalAttribute("nontemporal", IntegerAttr.class, "hint that the elements are not read again soon", IntegerAttr.of(IntegerType.I1));
  }

  public static final OpDefinition<StoreOp> DEFINITION = SPEC.summary("writes an n-D vector to an n-D slice of memory")
      .description("Writes consecutive elements of the innermost dimension from the indices on; aligned as the elements are. Elements "
          + "outside the memref are undefined behaviour.")
      .effects(Effect.WRITE).assembly("$valueToStore `,` $base `[` $indices `]` attr-dict `:` type($base) `,` type($valueToStore)")
      .verify((op, diagnostics) -> {
        Accesses.checkIndices(op, op.base(), op.indices(), diagnostics);
        VectorTypes.checkTransfer(op, op.base(), op.value().type(), diagnostics);
      }).build();

  StoreOp(OperationState state) {
    super(state);
  }

  public Value value() {
    return VALUE.in(this);
  }

  public Value base() {
    return BASE.in(this);
  }

  public List<Value> indices() {
    return INDICES.all(this);
  }
}

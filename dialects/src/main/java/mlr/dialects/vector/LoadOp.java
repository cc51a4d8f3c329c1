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

/** {@code vector.load}: reads consecutive elements. */
public final class LoadOp extends Operation {
  private static final OpSpec<LoadOp> SPEC = OpDefinition.named("vector.load", LoadOp.class, LoadOp::new);
  private static final OperandHandle BASE = SPEC.operand("base", Types.MEMREF);
  private static final OperandHandle INDICES = SPEC.variadicOperand("indices", Types.INDEX);

  static {
    SPEC.optionalAttribute("nontemporal", IntegerAttr.class, "hint that the elements are not read again soon", IntegerAttr.of(IntegerType.I1));
    SPEC.result("result", Types.VECTOR);
  }

  public static final OpDefinition<LoadOp> DEFINITION = SPEC.summary("reads an n-D slice of memory into an n-D vector")
      .description("The consecutive elements of the innermost dimension from the indices on; aligned as the elements are. Elements outside "
          + "the memref are undefined behaviour.")
      .effects(Effect.READ).assembly("$base `[` $indices `]` attr-dict `:` type($base) `,` type($result)")
      .verify((op, diagnostics) -> {
        Accesses.checkIndices(op, op.base(), op.indices(), diagnostics);
        VectorTypes.checkTransfer(op, op.base(), op.result().type(), diagnostics);
      }).build();

  LoadOp(OperationState state) {
    super(state);
  }

  public Value base() {
    return BASE.in(this);
  }

  public List<Value> indices() {
    return INDICES.all(this);
  }
}

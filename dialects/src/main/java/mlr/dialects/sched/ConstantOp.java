package mlr.dialects.sched;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Types;

/** Constant data in memory. */
public final class ConstantOp extends Operation {
  private static final OpSpec<ConstantOp> SPEC = OpDefinition.named("sched.constant", ConstantOp.class, ConstantOp::new);
  static {
    SPEC.result("memref", Types.MEMREF);
  }

  private static final AttributeHandle<DenseElementsAttr> VALUE = SPEC.attribute("value", DenseElementsAttr.class, "the elements");
  public static final OpDefinition<ConstantOp> DEFINITION = SPEC.summary("constant data in memory")
      .description("""
          Read-only memory that holds `value`.""")
      .effects()
      .assembly("$value attr-dict `:` type($memref)").build();

  ConstantOp(OperationState state) {
    super(state);
  }

  public DenseElementsAttr value() {
    return VALUE.in(this);
  }
}

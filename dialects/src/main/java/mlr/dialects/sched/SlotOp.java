package mlr.dialects.sched;

import mlr.dialects.elementwise.Constants;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;

/** A cell of state. */
public final class SlotOp extends Operation {
  private static final OpSpec<SlotOp> SPEC = OpDefinition.named("sched.slot", SlotOp.class, SlotOp::new);
  static {
    SPEC.result("slot", SchedTypes.SLOT);
  }

  private static final AttributeHandle<StringAttr> OWNER = SPEC.attribute("owner", StringAttr.class, "the variable in the source");
  private static final AttributeHandle<Attribute> INIT =
      SPEC.attribute("init", Attribute.class, "value after a reset, a number or dense elements", value -> Constants.typeOf(value).isPresent());
  public static final OpDefinition<SlotOp> DEFINITION = SPEC.summary("a cell of state")
      .description("""
          Memory that lives between instants, `init` after a reset. Types: scalars and tensors.""")
      .effects(Effect.ALLOCATE)
      .assembly("$owner `=` $init attr-dict `:` type($slot)").build();

  SlotOp(OperationState state) {
    super(state);
  }

  /** The variable in the source that this memory is for. */
  public String owner() {
    return OWNER.in(this).value();
  }

  /** The value after a reset. */
  public Attribute init() {
    return INIT.in(this);
  }

  public SlotType type() {
    return (SlotType) result().type();
  }
}

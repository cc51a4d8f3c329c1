package mlr.dialects.reactive;

import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** A trained constant. */
public final class ParamOp extends Operation {
  private static final OpSpec<ParamOp> SPEC = OpDefinition.named("reactive.param", ParamOp.class, ParamOp::new);
  static {
    SPEC.result("result", Types.ANY);
  }

  private static final AttributeHandle<StringAttr> PARAM = SPEC.attribute("param", StringAttr.class, "the parameter's name");
  private static final AttributeHandle<Attribute> VALUE = SPEC.optionalAttribute("value", Attribute.class, "the bound value");
  public static final OpDefinition<ParamOp> DEFINITION = SPEC.summary("a trained constant")
      .description("""
          The parameter called `param`, with its value once it is bound from a safetensors file or from its initialiser.""")
      .traits(Trait.PURE)
      .assembly("$param (`=` $value^)? attr-dict `:` type($result)").build();

  ParamOp(OperationState state) {
    super(state);
  }

  /** The parameter's name. */
  public String param() {
    return PARAM.in(this).value();
  }

  /** The value, once bound. */
  public Optional<Attribute> value() {
    return VALUE.optional(this);
  }
}

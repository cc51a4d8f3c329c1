package mlr.ir.builtin;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.ResultHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** {@code builtin.unrealized_conversion_cast}: stands between values of different types while a conversion is under way. */
public final class UnrealizedConversionCastOp extends Operation {
  private static final OpSpec<UnrealizedConversionCastOp> SPEC =
      OpDefinition.named("builtin.unrealized_conversion_cast", UnrealizedConversionCastOp.class, UnrealizedConversionCastOp::new);
  public static final OperandHandle INPUTS = SPEC.variadicOperand("inputs", Types.ANY);
  public static final ResultHandle OUTPUTS = SPEC.variadicResult("outputs", Types.ANY);
  public static final OpDefinition<UnrealizedConversionCastOp> DEFINITION = SPEC.summary("A conversion between types that nothing has given a meaning yet")
      .description("Dialect conversion inserts it where converted and unconverted operations meet; a finished conversion leaves none.")
      .traits(Trait.PURE)
      .assembly("($inputs^ `:` type($inputs))? `to` type($outputs) attr-dict")
      .build();

  private UnrealizedConversionCastOp(OperationState state) {
    super(state);
  }
}

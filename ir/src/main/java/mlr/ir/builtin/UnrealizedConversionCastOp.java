package mlr.ir.builtin;

import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.ResultHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.rewrite.RewritePattern;

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
      .canonicalize(RewritePattern.on(UnrealizedConversionCastOp.class, "builtin.unrealized_conversion_cast", "casts back and forth", (op, rewriter) -> {
        var before = op.source();
        before.ifPresent(values -> rewriter.replaceOp(op, values));
        return before.isPresent();
      })).build();

  private UnrealizedConversionCastOp(OperationState state) {
    super(state);
  }

  /** The values that another cast took, which this one casts back. */
  private Optional<List<Value>> source() {
    var inputs = INPUTS.all(this);
    if (inputs.isEmpty() || !(inputs.getFirst().definingOp().orElse(null) instanceof UnrealizedConversionCastOp earlier) || !inputs.equals(earlier.results())) {
      return Optional.empty();
    }
    return Optional.of(INPUTS.all(earlier)).filter(values -> Value.haveTypes(values, resultTypes()));
  }
}

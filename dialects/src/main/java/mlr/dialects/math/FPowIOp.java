package mlr.dialects.math;

import java.util.Arrays;
import java.util.List;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.math.functions.PowerF32;
import mlr.dialects.math.functions.PowerF64;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.ShapedType;

/** {@code math.fpowi}: a floating-point number to an integer power. */
public final class FPowIOp extends Operation {
  private static final OpSpec<FPowIOp> SPEC = OpDefinition.named("math.fpowi", FPowIOp.class, FPowIOp::new);
  private static final OperandHandle LHS = SPEC.operand("lhs", Types.FLOAT_LIKE);
  private static final OperandHandle RHS = SPEC.operand("rhs", Types.INTEGER_LIKE);

  static {
    SPEC.result("result", Types.FLOAT_LIKE);
  }

  public static final OpDefinition<FPowIOp> DEFINITION = MathDefinitions.withFlags(SPEC, "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)")
      .summary("signed integer exponentiation of floating point numbers").description("`math.powf` with the exponent converted to the base's type.")
      .traits(Trait.PURE, Trait.ELEMENTWISE, Trait.SAME_OPERANDS_AND_RESULT_SHAPE)
      .typesMatchWith("lhs", "result", type -> type).infer(state -> List.of(state.operands().getFirst().type()))
      .eval(op -> (Kernel.Lanes) a -> new Object[] {op.power(a[0], a[1])}).build();

  FPowIOp(OperationState state) {
    super(state);
  }

  public Value base() {
    return LHS.in(this);
  }

  public Value exponent() {
    return RHS.in(this);
  }

  private Object power(Object base, Object exponent) {
    if (!(base().type() instanceof ShapedType type)) {
      return scalarPower(base, exponent);
    }
    var bases = RuntimeValues.elements(type, base);
    var exponents = RuntimeValues.elements((ShapedType) exponent().type(), exponent);
    var elements = new Object[bases.size()];
    Arrays.setAll(elements, i -> scalarPower(bases.get(i), exponents.get(i)));
    return RuntimeValues.tensor(type, elements);
  }

  private Object scalarPower(Object base, Object exponent) {
    if (base == Poison.POISON || exponent == Poison.POISON) {
      return Poison.POISON;
    }
    long n = Integers.signed((Long) exponent, Integers.width(exponent().type()));
    return base instanceof Double x ? (Object) PowerF64.pow(x, n)
        : (Object) Evaluation.round(ShapedType.elementOrSelf(base().type()), PowerF32.pow((Float) base, n));
  }
}

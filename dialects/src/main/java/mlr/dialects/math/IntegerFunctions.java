package mlr.dialects.math;

import java.util.List;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.elementwise.UnaryOp;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;

/** Functions of integers. */
public final class IntegerFunctions {
  private IntegerFunctions() {}

  static List<OpDefinition<?>> all() {
    return List.of(AbsIOp.DEFINITION, CountLeadingZerosOp.DEFINITION, CountTrailingZerosOp.DEFINITION, CtPopOp.DEFINITION, IPowIOp.DEFINITION);
  }

  /** {@code math.absi}. */
  public static final class AbsIOp extends UnaryOp {
    public static final OpDefinition<AbsIOp> DEFINITION =
        UnaryOp.start("math.absi", AbsIOp.class, AbsIOp::new, Types.INTEGER_LIKE,
        type -> (Kernel.LongUnary) a -> Math.abs(Integers.signed(a, Integers.width(type))))
        .summary("absolute value").description("The absolute value of the signed reading; the smallest integer is its own.")
        .assembly(MathDefinitions.UNARY).traits(Trait.IDEMPOTENT).build();

    AbsIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.ctlz}. */
  public static final class CountLeadingZerosOp extends UnaryOp {
    public static final OpDefinition<CountLeadingZerosOp> DEFINITION =
        UnaryOp.start("math.ctlz", CountLeadingZerosOp.class, CountLeadingZerosOp::new, Types.INTEGER_LIKE,
        type -> IntegerKernels.countLeadingZeros(Integers.width(type)))
        .summary("count leading zeros").description("The number of zero bits above the highest one; the width for zero.")
        .assembly(MathDefinitions.UNARY).build();

    CountLeadingZerosOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.cttz}. */
  public static final class CountTrailingZerosOp extends UnaryOp {
    public static final OpDefinition<CountTrailingZerosOp> DEFINITION =
        UnaryOp.start("math.cttz", CountTrailingZerosOp.class, CountTrailingZerosOp::new, Types.INTEGER_LIKE,
        type -> IntegerKernels.countTrailingZeros(Integers.width(type)))
        .summary("count trailing zeros").description("The number of zero bits below the lowest one; the width for zero.")
        .assembly(MathDefinitions.UNARY).build();

    CountTrailingZerosOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.ctpop}. */
  public static final class CtPopOp extends UnaryOp {
    public static final OpDefinition<CtPopOp> DEFINITION =
        UnaryOp.start("math.ctpop", CtPopOp.class, CtPopOp::new, Types.INTEGER_LIKE, type -> IntegerKernels.countOnes(Integers.width(type)))
        .summary("count ones").description("The number of one bits.").assembly(MathDefinitions.UNARY).build();

    CtPopOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.ipowi}. */
  public static final class IPowIOp extends BinaryOp {
    public static final OpDefinition<IPowIOp> DEFINITION =
        BinaryOp.start("math.ipowi", IPowIOp.class, IPowIOp::new, Types.INTEGER_LIKE, (_, type) -> IntegerKernels.power(Integers.width(type)))
        .summary("signed integer raised to the power of")
        .description("`lhs` to the power of the signed `rhs`, modulo 2^width; below zero, the reciprocal rounded toward zero, which is poison for zero.")
        .traits(Trait.PURE).assembly(MathDefinitions.BINARY).build();

    IPowIOp(OperationState state) {
      super(state);
    }
  }
}

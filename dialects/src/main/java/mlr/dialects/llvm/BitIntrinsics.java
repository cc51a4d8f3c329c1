package mlr.dialects.llvm;

import java.util.List;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.elementwise.UnaryOp;
import mlr.ir.OperationState;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.PoisonResult;
import mlr.ir.types.IntegerType;

/** LLVM's intrinsic functions that count bits, and the absolute value of integers. */
public final class BitIntrinsics {
  private BitIntrinsics() {}

  static List<OpDefinition<?>> all() {
    return List.of(CountLeadingZerosOp.DEFINITION, CountTrailingZerosOp.DEFINITION, CtPopOp.DEFINITION, AbsOp.DEFINITION);
  }

  private static Kernel.LongUnary poisonAt(long poison, boolean strict, Kernel.LongUnary kernel) {
    return strict ? a -> {
      if (a == poison) {
        throw PoisonResult.INSTANCE;
      }
      return kernel.apply(a);
    } : kernel;
  }

  /** {@code llvm.intr.ctlz}. */
  public static final class CountLeadingZerosOp extends UnaryOp {
    private static final OpSpec<CountLeadingZerosOp> SPEC =
        UnaryOp.start("llvm.intr.ctlz", CountLeadingZerosOp.class, CountLeadingZerosOp::new,
        Compatible.INTEGER_LIKE, type -> IntegerKernels.countLeadingZeros(Integers.width(type)));

    static {
      SPEC.attribute("is_zero_poison", IntegerAttr.class, "whether the result for zero is poison", IntegerAttr.of(IntegerType.I1));
    }

    public static final OpDefinition<CountLeadingZerosOp> DEFINITION = SPEC.summary("count leading zeros")
        .description("The number of zero bits above the highest one; the width for zero, or poison if so said.")
        .eval(op -> poisonAt(0, op.attribute("is_zero_poison", IntegerAttr.class)
        .asBoolean(), IntegerKernels.countLeadingZeros(Integers.width(op.elementType())))).build();

    CountLeadingZerosOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.cttz}. */
  public static final class CountTrailingZerosOp extends UnaryOp {
    private static final OpSpec<CountTrailingZerosOp> SPEC =
        UnaryOp.start("llvm.intr.cttz", CountTrailingZerosOp.class, CountTrailingZerosOp::new,
        Compatible.INTEGER_LIKE, type -> IntegerKernels.countTrailingZeros(Integers.width(type)));

    static {
      SPEC.attribute("is_zero_poison", IntegerAttr.class, "whether the result for zero is poison", IntegerAttr.of(IntegerType.I1));
    }

    public static final OpDefinition<CountTrailingZerosOp> DEFINITION = SPEC.summary("count trailing zeros")
        .description("The number of zero bits below the lowest one; the width for zero, or poison if so said.")
        .eval(op -> poisonAt(0, op.attribute("is_zero_poison", IntegerAttr.class)
        .asBoolean(), IntegerKernels.countTrailingZeros(Integers.width(op.elementType())))).build();

    CountTrailingZerosOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.ctpop}. */
  public static final class CtPopOp extends UnaryOp {
    public static final OpDefinition<CtPopOp> DEFINITION = UnaryOp.start("llvm.intr.ctpop", CtPopOp.class, CtPopOp::new, Compatible.INTEGER_LIKE,
        type -> IntegerKernels.countOnes(Integers.width(type)))
        .summary("count ones").description("The number of one bits.").assembly("`(` $operand `)` ` ` attr-dict `:` functional-type($operand, $result)")
        .build();

    CtPopOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.abs}. */
  public static final class AbsOp extends UnaryOp {
    private static final OpSpec<AbsOp> SPEC = UnaryOp.start("llvm.intr.abs", AbsOp.class, AbsOp::new, Compatible.INTEGER_LIKE,
        type -> (Kernel.LongUnary) a -> Math.abs(Integers.signed(a, Integers.width(type))));

    static {
      SPEC.attribute("is_int_min_poison", IntegerAttr.class, "whether the result for the smallest number is poison", IntegerAttr.of(IntegerType.I1));
    }

    public static final OpDefinition<AbsOp> DEFINITION = SPEC.summary("absolute value")
        .description("The absolute value of the signed reading; of the smallest number itself, or poison if so said.")
        .eval(op -> {
          int width = Integers.width(op.elementType());
          return poisonAt(Integers.signedMin(width), op.attribute("is_int_min_poison", IntegerAttr.class)
              .asBoolean(), a -> Math.abs(Integers.signed(a, width)));
        }).build();

    AbsOp(OperationState state) {
      super(state);
    }
  }
}

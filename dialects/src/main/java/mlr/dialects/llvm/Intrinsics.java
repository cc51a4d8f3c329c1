package mlr.dialects.llvm;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.elementwise.UnaryOp;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.eval.Kernel;

/** LLVM's intrinsic functions for arithmetic. */
public final class Intrinsics {
  private static final String UNARY = "`(` $operand `)` ` ` attr-dict `:` functional-type($operand, $result)";
  private static final String BINARY = "`(` $lhs `,` $rhs `)` ` ` attr-dict `:` functional-type(operands, results)";

  private Intrinsics() {}

  static List<OpDefinition<?>> all() {
    return Stream.of(List.<OpDefinition<?>>of(SqrtOp.DEFINITION, FAbsOp.DEFINITION, FFloorOp.DEFINITION, FCeilOp.DEFINITION, FTruncOp.DEFINITION,
        RoundOp.DEFINITION, RoundEvenOp.DEFINITION, CopySignOp.DEFINITION, MinNumOp.DEFINITION, MaxNumOp.DEFINITION, MinimumOp.DEFINITION,
        MaximumOp.DEFINITION, SMinOp.DEFINITION, SMaxOp.DEFINITION, UMinOp.DEFINITION, UMaxOp.DEFINITION, FMAOp.DEFINITION, FMulAddOp.DEFINITION, TrapOp.DEFINITION),
        BitIntrinsics.all(), MemoryIntrinsics.all()).<OpDefinition<?>>flatMap(List::stream).toList();
  }

  private static <T extends UnaryOp> OpSpec<T> unary(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      Function<Type, Kernel> kernel) {
    return FloatArithmetic.withFlags(UnaryOp.start("llvm.intr." + mnemonic, kind, factory, Compatible.FLOAT_LIKE, kernel)).assembly(UNARY);
  }

  private static <T extends BinaryOp> OpSpec<T> floating(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      Function<Type, Kernel> kernel) {
    return FloatArithmetic.withFlags(BinaryOp.start("llvm.intr." + mnemonic, kind, factory, Compatible.FLOAT_LIKE, (_, type) -> kernel.apply(type)))
        .traits(Trait.PURE).assembly(BINARY);
  }

  private static <T extends BinaryOp> OpSpec<T> integer(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      IntFunction<Kernel> kernel) {
    return BinaryOp.start("llvm.intr." + mnemonic, kind, factory, Compatible.INTEGER_LIKE, (_, type) -> kernel.apply(Integers.width(type)))
        .traits(Trait.PURE, Trait.COMMUTATIVE).assembly(BINARY);
  }

  /** {@code llvm.intr.sqrt}. */
  public static final class SqrtOp extends UnaryOp {
    public static final OpDefinition<SqrtOp> DEFINITION = unary("sqrt", SqrtOp.class, SqrtOp::new, FloatKernels::squareRoot)
        .summary("square root").description("Correctly rounded; NaN below zero.").build();

    SqrtOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.fabs}. */
  public static final class FAbsOp extends UnaryOp {
    public static final OpDefinition<FAbsOp> DEFINITION = unary("fabs", FAbsOp.class, FAbsOp::new, FloatKernels::absolute)
        .summary("absolute value").description("The operand without its sign.").build();

    FAbsOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.floor}. */
  public static final class FFloorOp extends UnaryOp {
    public static final OpDefinition<FFloorOp> DEFINITION = unary("floor", FFloorOp.class, FFloorOp::new, FloatKernels::floor)
        .summary("floor").description("The greatest integer not above the operand.").build();

    FFloorOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.ceil}. */
  public static final class FCeilOp extends UnaryOp {
    public static final OpDefinition<FCeilOp> DEFINITION = unary("ceil", FCeilOp.class, FCeilOp::new, FloatKernels::ceil)
        .summary("ceiling").description("The smallest integer not below the operand.").build();

    FCeilOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.trunc}. */
  public static final class FTruncOp extends UnaryOp {
    public static final OpDefinition<FTruncOp> DEFINITION = unary("trunc", FTruncOp.class, FTruncOp::new, FloatKernels::truncate)
        .summary("truncation").description("Rounded toward zero.").build();

    FTruncOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.round}. */
  public static final class RoundOp extends UnaryOp {
    public static final OpDefinition<RoundOp> DEFINITION = unary("round", RoundOp.class, RoundOp::new, FloatKernels::roundAway)
        .summary("rounding").description("The nearest integer, ties away from zero.").build();

    RoundOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.roundeven}. */
  public static final class RoundEvenOp extends UnaryOp {
    public static final OpDefinition<RoundEvenOp> DEFINITION = unary("roundeven", RoundEvenOp.class, RoundEvenOp::new, FloatKernels::roundEven)
        .summary("rounding to even").description("The nearest integer, ties to even.").build();

    RoundEvenOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.copysign}. */
  public static final class CopySignOp extends BinaryOp {
    public static final OpDefinition<CopySignOp> DEFINITION = floating("copysign", CopySignOp.class, CopySignOp::new, FloatKernels::copySign)
        .summary("copy sign").description("The magnitude of the first operand with the sign of the second.").build();

    CopySignOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.minnum}. */
  public static final class MinNumOp extends BinaryOp {
    public static final OpDefinition<MinNumOp> DEFINITION = floating("minnum", MinNumOp.class, MinNumOp::new, FloatKernels::minimumNumber)
        .summary("minimum number").description("C's `fmin`: the other operand where one is NaN.").build();

    MinNumOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.maxnum}. */
  public static final class MaxNumOp extends BinaryOp {
    public static final OpDefinition<MaxNumOp> DEFINITION = floating("maxnum", MaxNumOp.class, MaxNumOp::new, FloatKernels::maximumNumber)
        .summary("maximum number").description("C's `fmax`: the other operand where one is NaN.").build();

    MaxNumOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.minimum}. */
  public static final class MinimumOp extends BinaryOp {
    public static final OpDefinition<MinimumOp> DEFINITION = floating("minimum", MinimumOp.class, MinimumOp::new, FloatKernels::minimum)
        .summary("minimum").description("NaN where either is; -0.0 below +0.0.").build();

    MinimumOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.maximum}. */
  public static final class MaximumOp extends BinaryOp {
    public static final OpDefinition<MaximumOp> DEFINITION = floating("maximum", MaximumOp.class, MaximumOp::new, FloatKernels::maximum)
        .summary("maximum").description("NaN where either is; -0.0 below +0.0.").build();

    MaximumOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.smin}. */
  public static final class SMinOp extends BinaryOp {
    public static final OpDefinition<SMinOp> DEFINITION = integer("smin", SMinOp.class, SMinOp::new, IntegerKernels::minimumSigned)
        .summary("signed minimum").description("The smaller signed number.").build();

    SMinOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.smax}. */
  public static final class SMaxOp extends BinaryOp {
    public static final OpDefinition<SMaxOp> DEFINITION = integer("smax", SMaxOp.class, SMaxOp::new, IntegerKernels::maximumSigned)
        .summary("signed maximum").description("The greater signed number.").build();

    SMaxOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.umin}. */
  public static final class UMinOp extends BinaryOp {
    public static final OpDefinition<UMinOp> DEFINITION = integer("umin", UMinOp.class, UMinOp::new, IntegerKernels::minimumUnsigned)
        .summary("unsigned minimum").description("The smaller unsigned number.").build();

    UMinOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.umax}. */
  public static final class UMaxOp extends BinaryOp {
    public static final OpDefinition<UMaxOp> DEFINITION = integer("umax", UMaxOp.class, UMaxOp::new, IntegerKernels::maximumUnsigned)
        .summary("unsigned maximum").description("The greater unsigned number.").build();

    UMaxOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.fma}. */
  public static final class FMAOp extends Operation {
    public static final OpDefinition<FMAOp> DEFINITION = multiplyAdd("fma", FMAOp.class, FMAOp::new, FloatKernels::fusedMultiplyAdd)
        .summary("fused multiply-add").description("`a * b + c`, rounded once.").build();

    FMAOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.intr.fmuladd}. */
  public static final class FMulAddOp extends Operation {
    public static final OpDefinition<FMulAddOp> DEFINITION = multiplyAdd("fmuladd", FMulAddOp.class, FMulAddOp::new, FloatKernels::multiplyAdd)
        .summary("multiply-add, fused or not")
        .description("`a * b + c`. The target decides whether the product is rounded; evaluation rounds it. No pass makes this operation, so that targets agree.")
        .build();

    FMulAddOp(OperationState state) {
      super(state);
    }
  }

  private static <T extends Operation> OpSpec<T> multiplyAdd(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      Function<Type, Kernel> kernel) {
    var spec = OpDefinition.named("llvm.intr." + mnemonic, kind, factory);
    List.of("a", "b", "c").forEach(operand -> spec.operand(operand, Compatible.FLOAT_LIKE));
    spec.result("res", Compatible.FLOAT_LIKE);
    return FloatArithmetic.withFlags(spec).traits(Trait.PURE, Trait.ELEMENTWISE, Trait.SAME_OPERANDS_AND_RESULT_TYPE)
        .assembly("`(` operands `)` ` ` attr-dict `:` functional-type(operands, results)")
        .eval(op -> kernel.apply(op.operand(0).type()));
  }
}

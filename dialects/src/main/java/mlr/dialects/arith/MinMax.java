package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.elementwise.RangeArithmetic;
import mlr.ir.Attribute;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;

/** Minima and maxima. */
public final class MinMax {
  private MinMax() {}

  /** {@code arith.minsi}. */
  public static final class MinSIOp extends BinaryOp {
    public static final OpDefinition<MinSIOp> DEFINITION = integer("minsi", MinSIOp.class, MinSIOp::new, IntegerKernels::minimumSigned)
        .ranges(RangeArithmetic.MIN_SIGNED)
        .summary("signed integer minimum").description("The smaller of the signed readings.").build();

    MinSIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.minui}. */
  public static final class MinUIOp extends BinaryOp {
    public static final OpDefinition<MinUIOp> DEFINITION = integer("minui", MinUIOp.class, MinUIOp::new, IntegerKernels::minimumUnsigned)
        .ranges(RangeArithmetic.MIN_UNSIGNED)
        .summary("unsigned integer minimum").description("The smaller of the unsigned readings.").build();

    MinUIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.maxsi}. */
  public static final class MaxSIOp extends BinaryOp {
    public static final OpDefinition<MaxSIOp> DEFINITION = integer("maxsi", MaxSIOp.class, MaxSIOp::new, IntegerKernels::maximumSigned)
        .ranges(RangeArithmetic.MAX_SIGNED)
        .summary("signed integer maximum").description("The greater of the signed readings.").build();

    MaxSIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.maxui}. */
  public static final class MaxUIOp extends BinaryOp {
    public static final OpDefinition<MaxUIOp> DEFINITION = integer("maxui", MaxUIOp.class, MaxUIOp::new, IntegerKernels::maximumUnsigned)
        .ranges(RangeArithmetic.MAX_UNSIGNED)
        .summary("unsigned integer maximum").description("The greater of the unsigned readings.").build();

    MaxUIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.minimumf}. */
  public static final class MinimumFOp extends BinaryOp {
    public static final OpDefinition<MinimumFOp> DEFINITION = floating("minimumf", MinimumFOp.class, MinimumFOp::new, FloatKernels::minimum)
        .summary("floating-point minimum, NaN if either is").description("IEEE 754-2019 `minimum`: NaN when an operand is NaN, and -0.0 below +0.0.")
        .build();

    MinimumFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.maximumf}. */
  public static final class MaximumFOp extends BinaryOp {
    public static final OpDefinition<MaximumFOp> DEFINITION = floating("maximumf", MaximumFOp.class, MaximumFOp::new, FloatKernels::maximum)
        .summary("floating-point maximum, NaN if either is").description("IEEE 754-2019 `maximum`: NaN when an operand is NaN, and -0.0 below +0.0.")
        .build();

    MaximumFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.minnumf}. */
  public static final class MinNumFOp extends BinaryOp {
    public static final OpDefinition<MinNumFOp> DEFINITION = floating("minnumf", MinNumFOp.class, MinNumFOp::new, FloatKernels::minimumNumber)
        .summary("floating-point minimum of the numbers among two").description("C's `fmin`: the other operand when one is NaN; -0.0 below +0.0.")
        .build();

    MinNumFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.maxnumf}. */
  public static final class MaxNumFOp extends BinaryOp {
    public static final OpDefinition<MaxNumFOp> DEFINITION = floating("maxnumf", MaxNumFOp.class, MaxNumFOp::new, FloatKernels::maximumNumber)
        .summary("floating-point maximum of the numbers among two").description("C's `fmax`: the other operand when one is NaN; -0.0 below +0.0.")
        .build();

    MaxNumFOp(OperationState state) {
      super(state);
    }
  }

  /** The operations of this family. */
  static List<OpDefinition<?>> all() {
    return List.of(MinSIOp.DEFINITION, MinUIOp.DEFINITION, MaxSIOp.DEFINITION, MaxUIOp.DEFINITION, MinimumFOp.DEFINITION,
      MaximumFOp.DEFINITION, MinNumFOp.DEFINITION, MaxNumFOp.DEFINITION);
  }

  private static <T extends BinaryOp> OpSpec<T> integer(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      IntFunction<Kernel> kernel) {
    return BinaryOp.start("arith." + mnemonic, kind, factory, Types.INTEGER_LIKE, (_, type) -> kernel.apply(Integers.width(type)))
        .traits(Trait.PURE, Trait.COMMUTATIVE, Trait.IDEMPOTENT).assembly(BitArithmetic.SYNTAX).fold(MinMax::ofEqual)
        .canonicalize(ArithEquations.at("arith." + mnemonic));
  }

  private static <T extends BinaryOp> OpSpec<T> floating(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      Function<Type, Kernel> kernel) {
    return FloatArithmetic.define(mnemonic, kind, factory, kernel).traits(Trait.COMMUTATIVE, Trait.IDEMPOTENT).fold(MinMax::ofEqual);
  }

  // min(x, x) = max(x, x) = x
  private static Optional<FoldResult> ofEqual(BinaryOp op, List<Optional<Attribute>> constants) {
    return op.lhs() == op.rhs() ? Constants.existing(op.lhs()) : Optional.empty();
  }
}

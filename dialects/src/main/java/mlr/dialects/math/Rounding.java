package mlr.dialects.math;

import java.util.List;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.UnaryOp;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;

/** Functions that IEEE 754 arithmetic has exactly: roots, rounding, signs. */
public final class Rounding {
  private Rounding() {}

  static List<OpDefinition<?>> all() {
    return List.of(SqrtOp.DEFINITION, RsqrtOp.DEFINITION, FloorOp.DEFINITION, CeilOp.DEFINITION, TruncOp.DEFINITION, RoundOp.DEFINITION,
        RoundEvenOp.DEFINITION, AbsFOp.DEFINITION, CopySignOp.DEFINITION);
  }

  /** {@code math.sqrt}. */
  public static final class SqrtOp extends UnaryOp {
    public static final OpDefinition<SqrtOp> DEFINITION =
        MathDefinitions.withFlags(UnaryOp.start("math.sqrt", SqrtOp.class, SqrtOp::new, Types.FLOAT_LIKE, FloatKernels::squareRoot),
        MathDefinitions.UNARY)
        .summary("square root").description("Correctly rounded; NaN below zero.").build();

    SqrtOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.rsqrt}. */
  public static final class RsqrtOp extends UnaryOp {
    public static final OpDefinition<RsqrtOp> DEFINITION =
        MathDefinitions.withFlags(UnaryOp.start("math.rsqrt", RsqrtOp.class, RsqrtOp::new, Types.FLOAT_LIKE, FloatKernels::reciprocalSquareRoot),
        MathDefinitions.UNARY)
        .summary("reciprocal square root").description("1 divided by the square root, both correctly rounded.").build();

    RsqrtOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.floor}. */
  public static final class FloorOp extends UnaryOp {
    public static final OpDefinition<FloorOp> DEFINITION =
        MathDefinitions.withFlags(UnaryOp.start("math.floor", FloorOp.class, FloorOp::new, Types.FLOAT_LIKE, FloatKernels::floor),
        MathDefinitions.UNARY)
        .summary("floor").description("The greatest integer not above the operand.").traits(Trait.IDEMPOTENT).build();

    FloorOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.ceil}. */
  public static final class CeilOp extends UnaryOp {
    public static final OpDefinition<CeilOp> DEFINITION =
        MathDefinitions.withFlags(UnaryOp.start("math.ceil", CeilOp.class, CeilOp::new, Types.FLOAT_LIKE, FloatKernels::ceil), MathDefinitions.UNARY)
        .summary("ceiling").description("The smallest integer not below the operand.").traits(Trait.IDEMPOTENT).build();

    CeilOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.trunc}. */
  public static final class TruncOp extends UnaryOp {
    public static final OpDefinition<TruncOp> DEFINITION =
        MathDefinitions.withFlags(UnaryOp.start("math.trunc", TruncOp.class, TruncOp::new, Types.FLOAT_LIKE, FloatKernels::truncate),
        MathDefinitions.UNARY)
        .summary("truncation").description("Rounded toward zero.").traits(Trait.IDEMPOTENT).build();

    TruncOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.round}. */
  public static final class RoundOp extends UnaryOp {
    public static final OpDefinition<RoundOp> DEFINITION =
        MathDefinitions.withFlags(UnaryOp.start("math.round", RoundOp.class, RoundOp::new, Types.FLOAT_LIKE, FloatKernels::roundAway),
        MathDefinitions.UNARY)
        .summary("rounding").description("The nearest integer, ties away from zero.").traits(Trait.IDEMPOTENT).build();

    RoundOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.roundeven}. */
  public static final class RoundEvenOp extends UnaryOp {
    public static final OpDefinition<RoundEvenOp> DEFINITION =
        MathDefinitions.withFlags(UnaryOp.start("math.roundeven", RoundEvenOp.class, RoundEvenOp::new, Types.FLOAT_LIKE, FloatKernels::roundEven),
        MathDefinitions.UNARY)
        .summary("rounding to even").description("The nearest integer, ties to even.").traits(Trait.IDEMPOTENT).build();

    RoundEvenOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.absf}. */
  public static final class AbsFOp extends UnaryOp {
    public static final OpDefinition<AbsFOp> DEFINITION =
        MathDefinitions.withFlags(UnaryOp.start("math.absf", AbsFOp.class, AbsFOp::new, Types.FLOAT_LIKE, FloatKernels::absolute),
        MathDefinitions.UNARY)
        .summary("absolute value").description("The operand without its sign.").traits(Trait.IDEMPOTENT).build();

    AbsFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.copysign}. */
  public static final class CopySignOp extends BinaryOp {
    public static final OpDefinition<CopySignOp> DEFINITION =
        MathDefinitions.withFlags(BinaryOp.start("math.copysign", CopySignOp.class, CopySignOp::new, Types.FLOAT_LIKE,
        (_, type) -> FloatKernels.copySign(type)).traits(Trait.PURE), MathDefinitions.BINARY)
        .summary("copy sign").description("The magnitude of the first operand with the sign of the second.").build();

    CopySignOp(OperationState state) {
      super(state);
    }
  }
}

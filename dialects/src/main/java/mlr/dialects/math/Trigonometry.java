package mlr.dialects.math;

import java.util.List;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.UnaryOp;
import mlr.dialects.math.functions.ExponentialF32;
import mlr.dialects.math.functions.ExponentialF64;
import mlr.dialects.math.functions.InverseHyperbolicF32;
import mlr.dialects.math.functions.InverseHyperbolicF64;
import mlr.dialects.math.functions.InverseTrigonometricF32;
import mlr.dialects.math.functions.InverseTrigonometricF64;
import mlr.dialects.math.functions.TrigonometricF32;
import mlr.dialects.math.functions.TrigonometricF64;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;

/** Trigonometric and hyperbolic functions, angles in radians, by our own functions that give the same bits everywhere. */
public final class Trigonometry {
  private Trigonometry() {}

  static List<OpDefinition<?>> all() {
    return List.of(SinOp.DEFINITION, CosOp.DEFINITION, TanOp.DEFINITION, AsinOp.DEFINITION, AcosOp.DEFINITION, AtanOp.DEFINITION, Atan2Op.DEFINITION,
        SinhOp.DEFINITION, CoshOp.DEFINITION, TanhOp.DEFINITION, AsinhOp.DEFINITION, AcoshOp.DEFINITION, AtanhOp.DEFINITION);
  }

  /** {@code math.sin}. */
  public static final class SinOp extends UnaryOp {
    public static final OpDefinition<SinOp> DEFINITION =
        MathDefinitions.unary("sin", SinOp.class, SinOp::new, TrigonometricF32::sin, TrigonometricF64::sin)
        .summary("sine").description("The sine; NaN of an infinity.").build();

    SinOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.cos}. */
  public static final class CosOp extends UnaryOp {
    public static final OpDefinition<CosOp> DEFINITION =
        MathDefinitions.unary("cos", CosOp.class, CosOp::new, TrigonometricF32::cos, TrigonometricF64::cos)
        .summary("cosine").description("The cosine; NaN of an infinity.").build();

    CosOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.tan}. */
  public static final class TanOp extends UnaryOp {
    public static final OpDefinition<TanOp> DEFINITION =
        MathDefinitions.unary("tan", TanOp.class, TanOp::new, TrigonometricF32::tan, TrigonometricF64::tan)
        .summary("tangent").description("The tangent; NaN of an infinity.").build();

    TanOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.asin}. */
  public static final class AsinOp extends UnaryOp {
    public static final OpDefinition<AsinOp> DEFINITION =
        MathDefinitions.unary("asin", AsinOp.class, AsinOp::new, InverseTrigonometricF32::asin, InverseTrigonometricF64::asin)
        .summary("arc sine").description("In [-pi/2, pi/2]; NaN outside [-1, 1].").build();

    AsinOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.acos}. */
  public static final class AcosOp extends UnaryOp {
    public static final OpDefinition<AcosOp> DEFINITION =
        MathDefinitions.unary("acos", AcosOp.class, AcosOp::new, InverseTrigonometricF32::acos, InverseTrigonometricF64::acos)
        .summary("arc cosine").description("In [0, pi]; NaN outside [-1, 1].").build();

    AcosOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.atan}. */
  public static final class AtanOp extends UnaryOp {
    public static final OpDefinition<AtanOp> DEFINITION =
        MathDefinitions.unary("atan", AtanOp.class, AtanOp::new, InverseTrigonometricF32::atan, InverseTrigonometricF64::atan)
        .summary("arc tangent").description("In [-pi/2, pi/2].").build();

    AtanOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.atan2}. */
  public static final class Atan2Op extends BinaryOp {
    public static final OpDefinition<Atan2Op> DEFINITION =
        MathDefinitions.binary("atan2", Atan2Op.class, Atan2Op::new, InverseTrigonometricF32::atan2, InverseTrigonometricF64::atan2)
        .summary("angle of a point").description("The angle of the point (rhs, lhs), in [-pi, pi]; special cases as in C.").build();

    Atan2Op(OperationState state) {
      super(state);
    }
  }

  /** {@code math.sinh}. */
  public static final class SinhOp extends UnaryOp {
    public static final OpDefinition<SinhOp> DEFINITION =
        MathDefinitions.unary("sinh", SinhOp.class, SinhOp::new, ExponentialF32::sinh, ExponentialF64::sinh)
        .summary("hyperbolic sine").description("The hyperbolic sine.").build();

    SinhOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.cosh}. */
  public static final class CoshOp extends UnaryOp {
    public static final OpDefinition<CoshOp> DEFINITION =
        MathDefinitions.unary("cosh", CoshOp.class, CoshOp::new, ExponentialF32::cosh, ExponentialF64::cosh)
        .summary("hyperbolic cosine").description("The hyperbolic cosine.").build();

    CoshOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.tanh}. */
  public static final class TanhOp extends UnaryOp {
    public static final OpDefinition<TanhOp> DEFINITION =
        MathDefinitions.unary("tanh", TanhOp.class, TanhOp::new, ExponentialF32::tanh, ExponentialF64::tanh)
        .summary("hyperbolic tangent").description("The hyperbolic tangent.").build();

    TanhOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.asinh}. */
  public static final class AsinhOp extends UnaryOp {
    public static final OpDefinition<AsinhOp> DEFINITION =
        MathDefinitions.unary("asinh", AsinhOp.class, AsinhOp::new, InverseHyperbolicF32::asinh, InverseHyperbolicF64::asinh)
        .summary("inverse hyperbolic sine").description("The inverse of the hyperbolic sine.").build();

    AsinhOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.acosh}. */
  public static final class AcoshOp extends UnaryOp {
    public static final OpDefinition<AcoshOp> DEFINITION =
        MathDefinitions.unary("acosh", AcoshOp.class, AcoshOp::new, InverseHyperbolicF32::acosh, InverseHyperbolicF64::acosh)
        .summary("inverse hyperbolic cosine").description("The inverse, not below zero, of the hyperbolic cosine; NaN below 1.").build();

    AcoshOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.atanh}. */
  public static final class AtanhOp extends UnaryOp {
    public static final OpDefinition<AtanhOp> DEFINITION =
        MathDefinitions.unary("atanh", AtanhOp.class, AtanhOp::new, InverseHyperbolicF32::atanh, InverseHyperbolicF64::atanh)
        .summary("inverse hyperbolic tangent").description("The inverse of the hyperbolic tangent; NaN outside [-1, 1], infinite at its ends.").build();

    AtanhOp(OperationState state) {
      super(state);
    }
  }
}

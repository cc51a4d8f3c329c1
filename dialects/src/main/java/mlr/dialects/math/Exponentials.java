package mlr.dialects.math;

import java.util.List;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.UnaryOp;
import mlr.dialects.math.functions.CubeRootF32;
import mlr.dialects.math.functions.CubeRootF64;
import mlr.dialects.math.functions.ErrorFunctionF32;
import mlr.dialects.math.functions.ErrorFunctionF64;
import mlr.dialects.math.functions.ExponentialF32;
import mlr.dialects.math.functions.ExponentialF64;
import mlr.dialects.math.functions.LogarithmF32;
import mlr.dialects.math.functions.LogarithmF64;
import mlr.dialects.math.functions.PowerF32;
import mlr.dialects.math.functions.PowerF64;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;

/** Exponentials, logarithms and powers, by our own functions that give the same bits everywhere. */
public final class Exponentials {
  private Exponentials() {}

  static List<OpDefinition<?>> all() {
    return List.of(ExpOp.DEFINITION, Exp2Op.DEFINITION, ExpM1Op.DEFINITION, LogOp.DEFINITION, Log2Op.DEFINITION, Log10Op.DEFINITION,
        Log1pOp.DEFINITION, PowFOp.DEFINITION, CbrtOp.DEFINITION, ErfOp.DEFINITION);
  }

  /** {@code math.exp}. */
  public static final class ExpOp extends UnaryOp {
    public static final OpDefinition<ExpOp> DEFINITION =
        MathDefinitions.unary("exp", ExpOp.class, ExpOp::new, ExponentialF32::exp, ExponentialF64::exp)
        .summary("natural exponential").description("e^x.").build();

    ExpOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.exp2}. */
  public static final class Exp2Op extends UnaryOp {
    public static final OpDefinition<Exp2Op> DEFINITION =
        MathDefinitions.unary("exp2", Exp2Op.class, Exp2Op::new, ExponentialF32::exp2, ExponentialF64::exp2)
        .summary("exponential to base 2").description("2^x.").build();

    Exp2Op(OperationState state) {
      super(state);
    }
  }

  /** {@code math.expm1}. */
  public static final class ExpM1Op extends UnaryOp {
    public static final OpDefinition<ExpM1Op> DEFINITION =
        MathDefinitions.unary("expm1", ExpM1Op.class, ExpM1Op::new, ExponentialF32::expm1, ExponentialF64::expm1)
        .summary("natural exponential less one").description("e^x - 1, without cancellation near zero.").build();

    ExpM1Op(OperationState state) {
      super(state);
    }
  }

  /** {@code math.log}. */
  public static final class LogOp extends UnaryOp {
    public static final OpDefinition<LogOp> DEFINITION = MathDefinitions.unary("log", LogOp.class, LogOp::new, LogarithmF32::log, LogarithmF64::log)
        .summary("natural logarithm").description("NaN below zero, minus infinity at zero.").build();

    LogOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.log2}. */
  public static final class Log2Op extends UnaryOp {
    public static final OpDefinition<Log2Op> DEFINITION =
        MathDefinitions.unary("log2", Log2Op.class, Log2Op::new, LogarithmF32::log2, LogarithmF64::log2)
        .summary("logarithm to base 2").description("NaN below zero, minus infinity at zero.").build();

    Log2Op(OperationState state) {
      super(state);
    }
  }

  /** {@code math.log10}. */
  public static final class Log10Op extends UnaryOp {
    public static final OpDefinition<Log10Op> DEFINITION =
        MathDefinitions.unary("log10", Log10Op.class, Log10Op::new, LogarithmF32::log10, LogarithmF64::log10)
        .summary("logarithm to base 10").description("NaN below zero, minus infinity at zero.").build();

    Log10Op(OperationState state) {
      super(state);
    }
  }

  /** {@code math.log1p}. */
  public static final class Log1pOp extends UnaryOp {
    public static final OpDefinition<Log1pOp> DEFINITION =
        MathDefinitions.unary("log1p", Log1pOp.class, Log1pOp::new, LogarithmF32::log1p, LogarithmF64::log1p)
        .summary("logarithm of one more").description("log(1 + x), without cancellation near zero.").build();

    Log1pOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.powf}. */
  public static final class PowFOp extends BinaryOp {
    public static final OpDefinition<PowFOp> DEFINITION = MathDefinitions.binary("powf", PowFOp.class, PowFOp::new, PowerF32::pow, PowerF64::pow)
        .summary("power").description("x^y; special cases as in C.").build();

    PowFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.cbrt}. */
  public static final class CbrtOp extends UnaryOp {
    public static final OpDefinition<CbrtOp> DEFINITION = MathDefinitions.unary("cbrt", CbrtOp.class, CbrtOp::new, CubeRootF32::cbrt, CubeRootF64::cbrt)
        .summary("cube root").description("The cube root, with the sign of the operand.").build();

    CbrtOp(OperationState state) {
      super(state);
    }
  }

  /** {@code math.erf}. */
  public static final class ErfOp extends UnaryOp {
    public static final OpDefinition<ErfOp> DEFINITION =
        MathDefinitions.unary("erf", ErfOp.class, ErfOp::new, ErrorFunctionF32::erf, ErrorFunctionF64::erf)
        .summary("error function").description("2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x.").build();

    ErfOp(OperationState state) {
      super(state);
    }
  }
}

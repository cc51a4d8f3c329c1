package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.UnaryOp;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;

/**
 * Sums, differences, products and quotients of floating-point numbers. Folds are only those exact for every operand, infinities
 * and signed zeros included.
 */
public final class FloatArithmetic {
  private FloatArithmetic() {}

  /** {@code arith.addf}. */
  public static final class AddFOp extends BinaryOp {
    public static final OpDefinition<AddFOp> DEFINITION = define("addf", AddFOp.class, AddFOp::new, FloatKernels::add)
        .summary("floating point addition").description("The sum, rounded once.").traits(Trait.COMMUTATIVE)
        // x + -0 = x
        .fold((op, c) -> Constants.isFloat(c.get(1), -0.0) ? Constants.existing(op.lhs())
            : Constants.isFloat(c.get(0), -0.0) ? Constants.existing(op.rhs()) : Optional.empty()).build();

    AddFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.subf}. */
  public static final class SubFOp extends BinaryOp {
    public static final OpDefinition<SubFOp> DEFINITION = define("subf", SubFOp.class, SubFOp::new, FloatKernels::subtract)
        .summary("floating point subtraction").description("The difference, rounded once.")
        // x - +0 = x
        .fold((op, c) -> Constants.isFloat(c.get(1), 0.0) ? Constants.existing(op.lhs()) : Optional.empty()).build();

    SubFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.mulf}. */
  public static final class MulFOp extends BinaryOp {
    public static final OpDefinition<MulFOp> DEFINITION = define("mulf", MulFOp.class, MulFOp::new, FloatKernels::multiply)
        .summary("floating point multiplication").description("The product, rounded once.").traits(Trait.COMMUTATIVE)
        // x * 1 = x
        .fold((op, c) -> Constants.isFloat(c.get(1), 1.0) ? Constants.existing(op.lhs())
            : Constants.isFloat(c.get(0), 1.0) ? Constants.existing(op.rhs()) : Optional.empty()).canonicalize(ArithEquations.at("arith.mulf")).build();

    MulFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.divf}. */
  public static final class DivFOp extends BinaryOp {
    public static final OpDefinition<DivFOp> DEFINITION = define("divf", DivFOp.class, DivFOp::new, FloatKernels::divide)
        .summary("floating point division").description("The quotient, rounded once; division by zero gives an infinity, 0/0 NaN.")
        // x / 1 = x
        .fold((op, c) -> Constants.isFloat(c.get(1), 1.0) ? Constants.existing(op.lhs()) : Optional.empty()).canonicalize(ArithEquations.at("arith.divf")).build();

    DivFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.remf}. */
  public static final class RemFOp extends BinaryOp {
    public static final OpDefinition<RemFOp> DEFINITION = define("remf", RemFOp.class, RemFOp::new, FloatKernels::remainder)
        .summary("floating point division remainder")
        .description("C's `fmod`: `lhs - n * rhs`, exact, with n the quotient rounded toward zero; NaN for a zero divisor.").build();

    RemFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.negf}. */
  public static final class NegFOp extends UnaryOp {
    private static final OpSpec<NegFOp> SPEC = withFlags(
        UnaryOp.start("arith.negf", NegFOp.class, NegFOp::new, Types.FLOAT_LIKE, FloatKernels::negate), "$operand attr-dict `:` type($result)");

    public static final OpDefinition<NegFOp> DEFINITION = SPEC.summary("floating point negation")
        .description("The operand with its sign flipped, zeros and NaNs included.")
        .traits(Trait.INVOLUTION)
        // --x = x
        .fold((op, _) -> op.operand().definingOp().filter(NegFOp.class::isInstance).flatMap(inner -> Constants.existing(inner.operand(0)))).build();

    NegFOp(OperationState state) {
      super(state);
    }
  }

  /** The operations of this family. */
  static List<OpDefinition<?>> all() {
    return List.of(AddFOp.DEFINITION, SubFOp.DEFINITION, MulFOp.DEFINITION, DivFOp.DEFINITION, RemFOp.DEFINITION, NegFOp.DEFINITION);
  }

  private static <T extends Operation> OpSpec<T> withFlags(OpSpec<T> spec, String syntax) {
    return FlagsAttr.declare(spec, ArithDialect.NAMESPACE, FlagsAttr.Kind.FASTMATH, "fastmath", syntax);
  }

  /** Starts the definition of a binary operation with fast-math flags. */
  static <T extends BinaryOp> OpSpec<T> define(String mnemonic, Class<T> kind, Function<OperationState, T> factory, Function<Type,
      Kernel> kernel) {
    var spec = BinaryOp.start("arith." + mnemonic, kind, factory, Types.FLOAT_LIKE, (_, type) -> kernel.apply(type));
    return withFlags(spec, BitArithmetic.SYNTAX).traits(Trait.PURE);
  }
}

package mlr.dialects.llvm;

import java.util.List;
import java.util.function.Function;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.UnaryOp;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.eval.Kernel;

/** Floating-point instructions. */
public final class FloatArithmetic {
  private FloatArithmetic() {}

  static List<OpDefinition<?>> all() {
    return List.of(FAddOp.DEFINITION, FSubOp.DEFINITION, FMulOp.DEFINITION, FDivOp.DEFINITION, FRemOp.DEFINITION, FNegOp.DEFINITION);
  }

  /** Adds the attribute for fast-math flags, which permit and evaluation does not use. */
  static <T extends Operation> OpSpec<T> withFlags(OpSpec<T> spec) {
    spec.attribute(FlagsAttr.handle(LlvmDialect.NAMESPACE, FlagsAttr.Kind.FASTMATH, "fastmathFlags"));
    return spec;
  }

  private static <T extends BinaryOp> OpSpec<T> binary(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      Function<Type, Kernel> kernel) {
    return withFlags(BinaryOp.start("llvm." + mnemonic, kind, factory, Compatible.FLOAT_LIKE, (_, type) -> kernel.apply(type)))
        .traits(Trait.PURE).assembly("$lhs `,` $rhs ` ` attr-dict `:` type($result)");
  }

  /** {@code llvm.fadd}. */
  public static final class FAddOp extends BinaryOp {
    public static final OpDefinition<FAddOp> DEFINITION = binary("fadd", FAddOp.class, FAddOp::new, FloatKernels::add)
        .summary("floating-point addition").description("The sum, rounded once.").traits(Trait.COMMUTATIVE).build();

    FAddOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.fsub}. */
  public static final class FSubOp extends BinaryOp {
    public static final OpDefinition<FSubOp> DEFINITION = binary("fsub", FSubOp.class, FSubOp::new, FloatKernels::subtract)
        .summary("floating-point subtraction").description("The difference, rounded once.").build();

    FSubOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.fmul}. */
  public static final class FMulOp extends BinaryOp {
    public static final OpDefinition<FMulOp> DEFINITION = binary("fmul", FMulOp.class, FMulOp::new, FloatKernels::multiply)
        .summary("floating-point multiplication").description("The product, rounded once.").traits(Trait.COMMUTATIVE).build();

    FMulOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.fdiv}. */
  public static final class FDivOp extends BinaryOp {
    public static final OpDefinition<FDivOp> DEFINITION = binary("fdiv", FDivOp.class, FDivOp::new, FloatKernels::divide)
        .summary("floating-point division").description("The quotient, rounded once.").build();

    FDivOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.frem}. */
  public static final class FRemOp extends BinaryOp {
    public static final OpDefinition<FRemOp> DEFINITION = binary("frem", FRemOp.class, FRemOp::new, FloatKernels::remainder)
        .summary("floating-point remainder").description("C's `fmod`: exact, with the sign of the dividend.").build();

    FRemOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.fneg}. */
  public static final class FNegOp extends UnaryOp {
    public static final OpDefinition<FNegOp> DEFINITION =
        withFlags(UnaryOp.start("llvm.fneg", FNegOp.class, FNegOp::new, Compatible.FLOAT_LIKE, FloatKernels::negate))
        .summary("floating-point negation").description("The operand with its sign flipped.").assembly("$operand ` ` attr-dict `:` type($result)")
        .build();

    FNegOp(OperationState state) {
      super(state);
    }
  }
}

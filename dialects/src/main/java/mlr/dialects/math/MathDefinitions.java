package mlr.dialects.math;

import java.util.function.Function;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.UnaryOp;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;

/** What the definitions of math operations share. */
final class MathDefinitions {
  static final String UNARY = "$operand attr-dict `:` type($result)";
  static final String BINARY = "$lhs `,` $rhs attr-dict `:` type($result)";

  private MathDefinitions() {}

  /** Adds fast-math flags to the operation and to its syntax, in front of the attribute dictionary. */
  static <T extends Operation> OpSpec<T> withFlags(OpSpec<T> spec, String syntax) {
    return FlagsAttr.declare(spec, "arith", FlagsAttr.Kind.FASTMATH, "fastmath", syntax);
  }

  static <T extends UnaryOp> OpSpec<T> unary(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      Kernel.FloatUnary single, Kernel.DoubleUnary dbl) {
    return withFlags(UnaryOp.start("math." + mnemonic, kind, factory, Types.FLOAT_LIKE, type -> FloatKernels.unary(type, single, dbl)), UNARY);
  }

  static <T extends BinaryOp> OpSpec<T> binary(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      Kernel.FloatBinary single, Kernel.DoubleBinary dbl) {
    return withFlags(BinaryOp.start("math." + mnemonic, kind, factory, Types.FLOAT_LIKE, (_, type) -> FloatKernels.binary(type, single, dbl)), BINARY)
        .traits(Trait.PURE);
  }
}

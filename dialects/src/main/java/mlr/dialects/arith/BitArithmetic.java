package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.elementwise.RangeArithmetic;
import mlr.ir.Attribute;
import mlr.ir.OperationState;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;

/** Bitwise logic and shifts of integers. */
public final class BitArithmetic {
  /** The syntax of binary operations without flags. */
  static final String SYNTAX = "$lhs `,` $rhs attr-dict `:` type($result)";

  private BitArithmetic() {}

  /** {@code arith.andi}. */
  public static final class AndIOp extends BinaryOp {
    public static final OpDefinition<AndIOp> DEFINITION = define("andi", AndIOp.class, AndIOp::new, _ -> (Kernel.LongBinary) (a, b) -> a & b)
        .ranges(RangeArithmetic.AND)
        .summary("integer binary and").description("The bitwise and; on i1 the logical one.").traits(Trait.COMMUTATIVE, Trait.IDEMPOTENT)
        // x & x = x, x & -1 = x, x & 0 = 0
        .fold((op, c) -> op.lhs() == op.rhs() || Constants.isInteger(c.get(1), -1) ? Constants.existing(op.lhs())
            : Constants.isInteger(c.get(0), -1) ? Constants.existing(op.rhs())
            : Constants.isInteger(c.get(1), 0) || Constants.isInteger(c.get(0), 0) ? Constants.constant(op.result().type(), 0) : Optional.empty())
        .canonicalize(ArithEquations.at("arith.andi")).build();

    AndIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.ori}. */
  public static final class OrIOp extends BinaryOp {
    public static final OpDefinition<OrIOp> DEFINITION = define("ori", OrIOp.class, OrIOp::new, _ -> (Kernel.LongBinary) (a, b) -> a | b)
        .ranges(RangeArithmetic.OR)
        .summary("integer binary or").description("The bitwise or; on i1 the logical one.").traits(Trait.COMMUTATIVE, Trait.IDEMPOTENT)
        // x | x = x, x | 0 = x, x | -1 = -1
        .fold((op, c) -> op.lhs() == op.rhs() || Constants.isInteger(c.get(1), 0) ? Constants.existing(op.lhs())
            : Constants.isInteger(c.get(0), 0) ? Constants.existing(op.rhs())
            : Constants.isInteger(c.get(1), -1) || Constants.isInteger(c.get(0), -1) ? Constants.constant(op.result().type(), -1) : Optional.empty())
        .canonicalize(ArithEquations.at("arith.ori")).build();

    OrIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.xori}. */
  public static final class XOrIOp extends BinaryOp {
    public static final OpDefinition<XOrIOp> DEFINITION = define("xori", XOrIOp.class, XOrIOp::new, _ -> (Kernel.LongBinary) (a, b) -> a ^ b)
        .ranges(RangeArithmetic.OR)
        .summary("integer binary xor").description("The bitwise exclusive or; on i1 with `true` the logical not.").traits(Trait.COMMUTATIVE)
        // x ^ x = 0, x ^ 0 = x
        .fold((op, c) -> op.lhs() == op.rhs() ? Constants.constant(op.result().type(), 0)
            : Constants.isInteger(c.get(1), 0) ? Constants.existing(op.lhs())
            : Constants.isInteger(c.get(0), 0) ? Constants.existing(op.rhs()) : Optional.empty())
        .canonicalize(ArithEquations.at("arith.xori")).build();

    XOrIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.shli}. */
  public static final class ShLIOp extends BinaryOp {
    private static final OpSpec<ShLIOp> SPEC = FlagsAttr.declare(
        BinaryOp.start("arith.shli", ShLIOp.class, ShLIOp::new, Types.INTEGER_LIKE,
            (op, type) -> IntegerKernels.shiftLeft(Integers.width(type), FlagsAttr.of(op, "overflowFlags", FlagsAttr.Kind.OVERFLOW))),
        ArithDialect.NAMESPACE, FlagsAttr.Kind.OVERFLOW, "overflowFlags", SYNTAX);
    public static final OpDefinition<ShLIOp> DEFINITION = SPEC.summary("integer left-shift")
        .description("`lhs` shifted left by the unsigned `rhs`, zeros coming in. Poison when `rhs` is the width or more, and on the "
            + "overflows that the flags rule out.")
        .traits(Trait.PURE).fold(BitArithmetic::byZero).ranges(RangeArithmetic.SHIFT_LEFT)
        .build();

    ShLIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.shrsi}. */
  public static final class ShRSIOp extends BinaryOp {
    public static final OpDefinition<ShRSIOp> DEFINITION = define("shrsi", ShRSIOp.class, ShRSIOp::new, IntegerKernels::shiftRightSigned)
        .ranges(RangeArithmetic.SHIFT_RIGHT_SIGNED)
        .summary("signed integer right-shift")
        .description("`lhs` shifted right by the unsigned `rhs`, copies of the sign coming in. Poison when `rhs` is the width or more.")
        .fold(BitArithmetic::byZero).build();

    ShRSIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.shrui}. */
  public static final class ShRUIOp extends BinaryOp {
    public static final OpDefinition<ShRUIOp> DEFINITION = define("shrui", ShRUIOp.class, ShRUIOp::new, IntegerKernels::shiftRightUnsigned)
        .ranges(RangeArithmetic.SHIFT_RIGHT_UNSIGNED)
        .summary("unsigned integer right-shift")
        .description("`lhs` shifted right by the unsigned `rhs`, zeros coming in. Poison when `rhs` is the width or more.")
        .fold(BitArithmetic::byZero).build();

    ShRUIOp(OperationState state) {
      super(state);
    }
  }

  /** The operations of this family. */
  static List<OpDefinition<?>> all() {
    return List.of(AndIOp.DEFINITION, OrIOp.DEFINITION, XOrIOp.DEFINITION, ShLIOp.DEFINITION, ShRSIOp.DEFINITION, ShRUIOp.DEFINITION);
  }

  // x << 0 = x >> 0 = x
  private static Optional<FoldResult> byZero(BinaryOp op, List<Optional<Attribute>> constants) {
    return Constants.isInteger(constants.get(1), 0) ? Constants.existing(op.lhs()) : Optional.empty();
  }

  private static <T extends BinaryOp> OpSpec<T> define(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      IntFunction<Kernel> kernel) {
    return BinaryOp.start("arith." + mnemonic, kind, factory, Types.INTEGER_LIKE, (_, type) -> kernel.apply(Integers.width(type))).traits(Trait.PURE)
        .assembly(SYNTAX);
  }
}

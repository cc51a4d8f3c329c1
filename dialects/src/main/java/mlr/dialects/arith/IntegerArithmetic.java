package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.elementwise.RangeArithmetic;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;

/** Sums, differences, products and quotients of integers. */
public final class IntegerArithmetic {
  private static final String OVERFLOW = "overflowFlags";

  private IntegerArithmetic() {}

  /** {@code arith.addi}. */
  public static final class AddIOp extends BinaryOp {
    public static final OpDefinition<AddIOp> DEFINITION = wrapping("addi", AddIOp.class, AddIOp::new, IntegerKernels::add)
        .ranges(RangeArithmetic.ADD)
        .summary("integer addition").description("The sum modulo 2^width. `nsw` and `nuw` make signed and unsigned overflow poison.")
        .traits(Trait.COMMUTATIVE)
        // x + 0 = x
        .fold((op, c) -> Constants.isInteger(c.get(1), 0) ? Constants.existing(op.lhs()) : Constants.isInteger(c.get(0), 0)
            ? Constants.existing(op.rhs()) : Optional.empty())
        .canonicalize(ArithEquations.at("arith.addi")).build();

    AddIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.subi}. */
  public static final class SubIOp extends BinaryOp {
    public static final OpDefinition<SubIOp> DEFINITION = wrapping("subi", SubIOp.class, SubIOp::new, IntegerKernels::subtract)
        .ranges(RangeArithmetic.SUBTRACT)
        .summary("integer subtraction").description("The difference modulo 2^width. `nsw` and `nuw` make signed and unsigned overflow poison.")
        // x - x = 0, x - 0 = x
        .fold((op, c) -> op.lhs() == op.rhs() ? Constants.constant(op.result().type(), 0)
            : Constants.isInteger(c.get(1), 0) ? Constants.existing(op.lhs()) : Optional.empty())
        .canonicalize(ArithEquations.at("arith.subi")).build();

    SubIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.muli}. */
  public static final class MulIOp extends BinaryOp {
    public static final OpDefinition<MulIOp> DEFINITION = wrapping("muli", MulIOp.class, MulIOp::new, IntegerKernels::multiply)
        .ranges(RangeArithmetic.MULTIPLY)
        .summary("integer multiplication").description("The product modulo 2^width. `nsw` and `nuw` make signed and unsigned overflow poison.")
        .traits(Trait.COMMUTATIVE)
        // x * 0 = 0, x * 1 = x
        .fold((op, c) -> Constants.isInteger(c.get(1), 0) || Constants.isInteger(c.get(0), 0) ? Constants.constant(op.result().type(), 0)
            : Constants.isInteger(c.get(1), 1) ? Constants.existing(op.lhs()) : Constants.isInteger(c.get(0), 1) ? Constants.existing(op.rhs())
            : Optional.empty())
        .canonicalize(ArithEquations.at("arith.muli")).build();

    MulIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.divsi}. */
  public static final class DivSIOp extends DivisionOp {
    public static final OpDefinition<DivSIOp> DEFINITION = division("divsi", DivSIOp.class, DivSIOp::new, IntegerKernels::divideSigned)
        .ranges(RangeArithmetic.DIVIDE_SIGNED)
        .summary("signed integer division")
        .description("The quotient rounded toward zero. Division by zero and of the smallest value by -1 is undefined.").build();

    DivSIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.divui}. */
  public static final class DivUIOp extends DivisionOp {
    public static final OpDefinition<DivUIOp> DEFINITION = division("divui", DivUIOp.class, DivUIOp::new, IntegerKernels::divideUnsigned)
        .ranges(RangeArithmetic.DIVIDE_UNSIGNED)
        .summary("unsigned integer division").description("The quotient of the unsigned readings, rounded down. Division by zero is undefined.")
        .build();

    DivUIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.ceildivsi}. */
  public static final class CeilDivSIOp extends DivisionOp {
    public static final OpDefinition<CeilDivSIOp> DEFINITION =
        division("ceildivsi", CeilDivSIOp.class, CeilDivSIOp::new, IntegerKernels::ceilDivideSigned)
        .ranges(RangeArithmetic.CEIL_DIVIDE)
        .summary("signed ceiling division")
        .description("The quotient rounded toward plus infinity. Division by zero and of the smallest value by -1 is undefined.").build();

    CeilDivSIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.ceildivui}. */
  public static final class CeilDivUIOp extends DivisionOp {
    public static final OpDefinition<CeilDivUIOp> DEFINITION =
        division("ceildivui", CeilDivUIOp.class, CeilDivUIOp::new, IntegerKernels::ceilDivideUnsigned)
        .ranges(RangeArithmetic.CEIL_DIVIDE_UNSIGNED)
        .summary("unsigned ceiling division").description("The quotient of the unsigned readings, rounded up. Division by zero is undefined.")
        .build();

    CeilDivUIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.floordivsi}. */
  public static final class FloorDivSIOp extends DivisionOp {
    public static final OpDefinition<FloorDivSIOp> DEFINITION =
        division("floordivsi", FloorDivSIOp.class, FloorDivSIOp::new, IntegerKernels::floorDivideSigned)
        .ranges(RangeArithmetic.FLOOR_DIVIDE)
        .summary("signed floor division")
        .description("The quotient rounded toward minus infinity. Division by zero and of the smallest value by -1 is undefined.").build();

    FloorDivSIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.remsi}. */
  public static final class RemSIOp extends DivisionOp {
    public static final OpDefinition<RemSIOp> DEFINITION = remainder("remsi", RemSIOp.class, RemSIOp::new, IntegerKernels::remainderSigned)
        .ranges(RangeArithmetic.REMAINDER_SIGNED)
        .summary("signed integer division remainder").description("The remainder with the sign of the dividend. Undefined where `arith.divsi` is.")
        .build();

    RemSIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.remui}. */
  public static final class RemUIOp extends DivisionOp {
    public static final OpDefinition<RemUIOp> DEFINITION = remainder("remui", RemUIOp.class, RemUIOp::new, IntegerKernels::remainderUnsigned)
        .ranges(RangeArithmetic.REMAINDER_UNSIGNED)
        .summary("unsigned integer division remainder").description("The remainder of the unsigned readings. Division by zero is undefined.").build();

    RemUIOp(OperationState state) {
      super(state);
    }
  }

  /** The operations of this family. */
  static List<OpDefinition<?>> all() {
    return List.of(AddIOp.DEFINITION, ExtendedArithmetic.AddUIExtendedOp.DEFINITION, SubIOp.DEFINITION, MulIOp.DEFINITION,
      ExtendedArithmetic.MulSIExtendedOp.DEFINITION, ExtendedArithmetic.MulUIExtendedOp.DEFINITION, DivSIOp.DEFINITION, DivUIOp.DEFINITION, CeilDivSIOp.DEFINITION, CeilDivUIOp.DEFINITION,
      FloorDivSIOp.DEFINITION, RemSIOp.DEFINITION, RemUIOp.DEFINITION);
  }

  private static <T extends BinaryOp> OpSpec<T> wrapping(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      BiFunction<Integer, FlagsAttr, Kernel> kernel) {
    var spec = BinaryOp.start("arith." + mnemonic, kind, factory, Types.INTEGER_LIKE,
        (op, type) -> kernel.apply(Integers.width(type), FlagsAttr.of(op, OVERFLOW, FlagsAttr.Kind.OVERFLOW)));
    return FlagsAttr.declare(spec, ArithDialect.NAMESPACE, FlagsAttr.Kind.OVERFLOW, OVERFLOW, BitArithmetic.SYNTAX).traits(Trait.PURE);
  }

  private static <T extends BinaryOp> OpSpec<T> quotient(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      IntFunction<Kernel> kernel) {
    return BinaryOp.start("arith." + mnemonic, kind, factory, Types.INTEGER_LIKE, (_, type) -> kernel.apply(Integers.width(type)))
        .assembly(BitArithmetic.SYNTAX);
  }

  private static <T extends BinaryOp> OpSpec<T> division(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      IntFunction<Kernel> kernel) {
    // x / 1 = x
    return quotient(mnemonic, kind, factory, kernel).fold((op, c) -> Constants.isInteger(c.get(1), 1) && Integers.width(op.elementType()) > 1
        ? Constants.existing(op.lhs()) : Optional.empty());
  }

  private static <T extends BinaryOp> OpSpec<T> remainder(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      IntFunction<Kernel> kernel) {
    // x mod 1 = 0
    return quotient(mnemonic, kind, factory, kernel).fold((op, c) -> Constants.isInteger(c.get(1), 1) && Integers.width(op.elementType()) > 1
        ? Constants.constant(op.result().type(), 0) : Optional.empty());
  }
}
